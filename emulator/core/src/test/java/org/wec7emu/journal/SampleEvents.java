package org.wec7emu.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionRefused;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.DialBlocked;
import org.wec7emu.journal.DeviceEvent.DialDropped;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.FaultEnded;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;
import org.wec7emu.journal.DeviceEvent.LoginRefused;
import org.wec7emu.journal.DeviceEvent.LoginSucceeded;
import org.wec7emu.journal.DeviceEvent.PacketsDropped;
import org.wec7emu.journal.DeviceEvent.PacketsLogged;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.DeviceEvent.ServiceConnected;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;

/** One event of every kind. */
final class SampleEvents {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00.125Z");

    private SampleEvents() {}

    static CommandReceived command(int number) {
        return new CommandReceived(NOON, number, "NOOP", "");
    }

    static List<DeviceEvent> ofEveryKind() {
        Duration second = Duration.ofMillis(1500);
        return List.of(
                new DeviceStarted(NOON, "CX8100", "ftp-ready", "127.0.0.1", 2100, "socket", "direct", true, true),
                new DeviceEvent.PassivePortsPublished(NOON, 49152, 49161, 30000, "192.0.2.1"),
                new DeviceStopped(NOON, Stop.POWER_CUT),
                new FirewallChanged(NOON, false, 11),
                new ConnectionDropped(NOON, "192.0.2.7", 21, 2121, 3, "BlockAllRule", "no rule allows it"),
                new PacketsDropped(NOON, "192.0.2.7", "udp/161", 3, "BlockAllRule", "no rule allows it"),
                new PacketsLogged(NOON, "192.0.2.7", true, "tcp/21", 3, "rule1, rule2"),
                new ServiceConnected(NOON, "https", "[::1]:4242", 443, 2543),
                new DeviceEvent.ClockReset(NOON, "2003-01-01T12:00"),
                new FaultStarted(NOON, "slow-link", "rate=10mbit", "the network is slow", ""),
                new FaultEnded(NOON, "slow-link"),
                new FaultStruck(NOON, 7, "power-cut", "the power is cut"),
                new ServiceLeftOut(NOON, "ads", 48898, 50998, "port 50998 is in use"),
                new ConnectionOpened(NOON, 7, "[::1]:4242", 21),
                new ConnectionClosed(NOON, 7, Ending.IDLE),
                new CommandReceived(NOON, 7, "STOR", "gr\u00f6\u00dfe \"1\"\u0000\n.txt"),
                new ReplySent(NOON, 7, 226, "Closing data connection. "),
                new LoginSucceeded(NOON, 7, "webguest"),
                new LoginRefused(NOON, 7, "\\"),
                new DataConnectionOffered(NOON, 7, TransferMode.PASSIVE, "127.0.0.1", 49152),
                new DataConnectionOpened(NOON, 7, TransferMode.ACTIVE, 4243, 20),
                new DataConnectionDropped(NOON, 7, 49152, OptionalLong.of(4), "BlockAllRule", "no rule allows it"),
                new DialBlocked(NOON, 7, "192.0.2.7", 4243, "rule30", "rule rule30: Block any"),
                new DialDropped(NOON, 7, "192.0.2.7", 4243, "client-nat", "the client is behind a NAT"),
                new DataConnectionRefused(NOON, 7, "127.0.0.1", 4243, "Connection refused"),
                new DataConnectionTimedOut(NOON, 7, TransferMode.PASSIVE, 49152, second),
                new TransferCompleted(NOON, 7, Content.UPLOAD, "/a", 5_000_000_000L, second),
                new TransferFailed(NOON, 7, Content.LISTING, "/", 0, second, "Broken pipe"));
    }

    /** Every kind there is, as the compiler knows it. */
    static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(SampleEvents::kinds)
                : Stream.of(sealed);
    }
}
