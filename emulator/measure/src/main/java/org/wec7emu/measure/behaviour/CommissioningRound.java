package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.Step;

/** What works after each of the manual's steps, begun with the device as delivered; each step is added to those before it. */
final class CommissioningRound implements Round {
    static final String AS_DELIVERED = "as delivered";
    private static final String SWITCHED_ON = "FTP server switched on";
    private static final String RESTARTED = "then restarted";
    static final String ENTERED = "then TCP 20 and 21 entered in the firewall";
    private static final String OPENED = "then the firewall switched off";

    @Override
    public String name() {
        return "commissioning";
    }

    @Override
    public String notFromOutside() {
        return "a real device isn't set up from here";
    }

    @Override
    public List<Behaviour> behaviours() {
        return List.of(
                behaviour(AS_DELIVERED),
                behaviour(SWITCHED_ON),
                behaviour(RESTARTED),
                behaviour(ENTERED),
                behaviour(OPENED));
    }

    private static Behaviour behaviour(String step) {
        return new Behaviour(
                Topic.COMMISSIONING, step, "a login, and LIST by PORT and by PASV, begun with the device as delivered");
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try (Subject subject = side.start(Setting.delivered())) {
            Device device = subject.device().orElseThrow();
            findings.note(behaviour(AS_DELIVERED), looked(subject));
            device.configure(device.profile().ftp().enabled(true));
            findings.note(behaviour(SWITCHED_ON), looked(subject));
            device.restart();
            findings.note(behaviour(RESTARTED), looked(subject));
            DeviceProfile entered = device.profile();
            for (int port : List.of(PortMap.DATA_PORT, PortMap.CONTROL_PORT)) {
                entered = new Step.EnterPorts(Traffic.tcp(port)).applyTo(entered);
            }
            device.firewall(entered.firewall());
            findings.note(behaviour(ENTERED), looked(subject));
            device.firewall(entered.firewall().withEnabled(false));
            findings.note(behaviour(OPENED), looked(subject));
        }
    }

    private static Seen looked(Subject subject) throws IOException {
        List<String> texts = new ArrayList<>();
        Set<ProfileValue> values = new LinkedHashSet<>(subject.values(subject.decidingOn(PortMap.CONTROL_PORT)));
        boolean good = true;
        String because = "";
        for (DataMode mode : List.of(DataMode.PORT, DataMode.PASV)) {
            try (Session session = Session.loggedIn(subject)) {
                Transfer.Result result = new Transfer(subject, session, mode).receive("LIST");
                texts.add((mode.isActive() ? "active " : "passive ")
                        + result.seen().text());
                values.addAll(result.seen().restsOn());
                because = because.isEmpty() ? result.seen().because() : because;
                good &= result.works();
                if (result.works()) {
                    session.quit();
                }
            } catch (NoSessionException e) {
                String why = subject.whyDropped(PortMap.CONTROL_PORT);
                return new Seen(e.why(), e.why(), Tone.BAD, why, List.copyOf(values));
            }
        }
        String text = String.join(", ", texts);
        return new Seen(text, text, good ? Tone.GOOD : Tone.PLAIN, because, List.copyOf(values));
    }
}
