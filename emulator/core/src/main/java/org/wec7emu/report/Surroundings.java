package org.wec7emu.report;

import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;

/** The device and the network as they are at some moment of a journal. */
record Surroundings(String device, Ladder.Firewall firewall, String clientWall) {
    private static final String DIRECT = "direct";

    static final Surroundings UNKNOWN = new Surroundings("", Ladder.Firewall.UNKNOWN, "");

    Surroundings after(DeviceStarted event) {
        return new Surroundings(
                event.image() + ", state " + event.state(),
                switched(event.firewallOn()),
                event.path().equals(DIRECT) ? "" : event.path());
    }

    Surroundings after(FirewallChanged event) {
        return new Surroundings(device, switched(event.on()), clientWall);
    }

    private static Ladder.Firewall switched(boolean on) {
        return on ? Ladder.Firewall.ON : Ladder.Firewall.OFF;
    }
}
