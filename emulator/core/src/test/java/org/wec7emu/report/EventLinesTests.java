package org.wec7emu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
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
import org.wec7emu.journal.TransferMode;

/** What a person reads while a device runs. */
class EventLinesTests {
    private static final Instant AT = LocalDateTime.of(2026, 11, 23, 12, 0, 1, 5_000_000)
            .atZone(ZoneId.systemDefault())
            .toInstant();
    private static final PortMap PORTS = new PortMap(2100, PortRange.parse("49152-65535"));
    private static final String BLOCKED = "no rule allows it, so rule BlockAllRule blocks it";

    static Stream<Arguments> lines() {
        return Stream.of(
                of(
                        new DeviceStarted(AT, "I", "factory", "127.0.0.1", 2100, "socket", "direct", true, false),
                        "the device answers, in state factory"),
                of(
                        new DeviceEvent.PassivePortsPublished(AT, 49152, 49161, 30000, "192.0.2.1"),
                        "plumbing of this host, no setting of the device: its passive ports 49152-49161 are 30000-30009"
                                + " here, and it announces 192.0.2.1"),
                of(
                        new DeviceEvent.PassivePortsPublished(AT, 49152, 49152, 30000, ""),
                        "plumbing of this host, no setting of the device: its passive ports 49152 are 30000 here"),
                of(new DeviceStopped(AT, Stop.SHUTDOWN), "the device is off"),
                of(new DeviceStopped(AT, Stop.RESTART), "the device restarts"),
                of(new DeviceStopped(AT, Stop.POWER_CUT), "the power is cut"),
                of(
                        new DeviceEvent.FaultStarted(AT, "slow-link", "rate=10mbit", "the network is slow", ""),
                        "FAULT slow-link (rate=10mbit): the network is slow"),
                of(
                        new DeviceEvent.FaultStarted(
                                AT, "link-down", "", "the network cable is out", "pings are answered"),
                        "FAULT link-down: the network cable is out; pings are answered"),
                of(new DeviceEvent.FaultEnded(AT, "link-down"), "fault link-down is over"),
                of(
                        new DeviceEvent.ClockReset(AT, "2003-01-01T12:00"),
                        "the device's clock is set back to 2003-01-01 12:00"),
                of(
                        new DeviceEvent.FaultStruck(AT, 1, "power-cut", "the power is cut when 9 bytes are stored"),
                        "[1] FAULT power-cut: the power is cut when 9 bytes are stored"),
                of(new DeviceStopped(AT, Stop.RESET), "the device is reset"),
                of(new FirewallChanged(AT, true, 11), "firewall on, 11 rules"),
                of(new FirewallChanged(AT, false, 11), "firewall off, 11 rules"),
                of(
                        new ConnectionDropped(AT, "", 21, 2121, 1, "BlockAllRule", BLOCKED),
                        "DROPPED by the firewall: connect to port 21 (here 2121), once: " + BLOCKED),
                of(
                        new ConnectionDropped(AT, "192.0.2.7", 22, 22, 3, "BlockAllRule", BLOCKED),
                        "DROPPED by the firewall: connect to port 22 (here 2122) from 192.0.2.7, 3 times: " + BLOCKED),
                of(
                        new PacketsDropped(AT, "192.0.2.7", "udp/161", 2, "BlockAllRule", BLOCKED),
                        "DROPPED by the firewall: udp/161 from 192.0.2.7, 2 times: " + BLOCKED),
                of(
                        new PacketsLogged(AT, "192.0.2.7", true, "tcp/21", 5, "rule1, rule2"),
                        "logged by rule rule1, rule2: tcp/21 from 192.0.2.7, 5 times"),
                of(
                        new PacketsLogged(AT, "192.0.2.7", false, "icmp type 0, code 0", 1, "rule1"),
                        "logged by rule rule1: icmp type 0, code 0 to 192.0.2.7, once"),
                of(
                        new ServiceConnected(AT, "https", "127.0.0.1:4242", 443, 2543),
                        "client 127.0.0.1:4242 is connected to port 443 (here 2543), https"),
                of(
                        new ServiceLeftOut(AT, "https", 443, 2543, "port 2543 is in use"),
                        "goes without https: port 2543 is in use"),
                of(
                        new DeviceEvent.FaultStarted(AT, "late-data", "1 s", "data connections are late", ""),
                        "FAULT late-data (1 s): data connections are late"),
                of(
                        new DeviceEvent.FaultStarted(AT, "link-down", "", "nothing comes through", "not for UDP"),
                        "FAULT link-down: nothing comes through; not for UDP"),
                of(new DeviceEvent.FaultEnded(AT, "late-data"), "fault late-data is over"),
                of(
                        new DeviceEvent.FaultStruck(AT, 7, "late-data", "it waits 1 s"),
                        "[7] FAULT late-data: it waits 1 s"),
                of(
                        new ConnectionOpened(AT, 7, "127.0.0.1:4242", 21),
                        "[7] client 127.0.0.1:4242 is connected to port 21 (here 2121)"),
                of(new ConnectionClosed(AT, 7, Ending.QUIT), "[7] closed after QUIT"),
                of(new ConnectionClosed(AT, 7, Ending.BY_CLIENT), "[7] closed by the client, without QUIT"),
                of(new ConnectionClosed(AT, 7, Ending.IDLE), "[7] closed as nothing came for too long"),
                of(new ConnectionClosed(AT, 7, Ending.REFUSED), "[7] closed as there are too many sessions"),
                of(new ConnectionClosed(AT, 7, Ending.BY_DEVICE), "[7] closed as the device went"),
                of(new CommandReceived(AT, 7, "PASV", ""), "[7] > PASV"),
                of(new CommandReceived(AT, 7, "CWD", "/a b"), "[7] > CWD /a b"),
                of(new ReplySent(AT, 7, 200, "Command okay."), "[7] < 200 Command okay."),
                of(new ReplySent(AT, 7, 214, "214-Verbs.\r\n214 End.\r\n"), "[7] < 214-Verbs.\r\n214 End."),
                of(new LoginSucceeded(AT, 7, "guest"), "[7] logged in as guest"),
                of(new LoginRefused(AT, 7, "guest"), "[7] login refused for guest"),
                of(
                        new DataConnectionOffered(AT, 7, TransferMode.PASSIVE, "127.0.0.1", 49152),
                        "[7] passive: the device listens on port 49152"),
                of(
                        new DataConnectionOffered(AT, 7, TransferMode.ACTIVE, "127.0.0.1", 4243),
                        "[7] active: the client listens on 127.0.0.1 port 4243"),
                of(
                        new DataConnectionOpened(AT, 7, TransferMode.ACTIVE, 4243, 20),
                        "[7] data connection: device port 20 (here 2120) -> client port 4243"),
                of(
                        new DataConnectionOpened(AT, 7, TransferMode.PASSIVE, 4243, 49152),
                        "[7] data connection: client port 4243 -> device port 49152"),
                of(
                        new DataConnectionDropped(AT, 7, 49152, OptionalLong.of(3), "BlockAllRule", BLOCKED),
                        "[7] DROPPED by the firewall: data connection to port 49152, 3 times: " + BLOCKED),
                of(
                        new DataConnectionDropped(AT, 7, 49152, OptionalLong.empty(), "BlockAllRule", BLOCKED),
                        "[7] DROPPED by the firewall: data connection to port 49152: " + BLOCKED),
                of(
                        new DialBlocked(AT, 7, "192.0.2.7", 4243, "rule30", "rule rule30: Block any"),
                        "[7] DROPPED by the device's own firewall: connect from its port 20 (here 2120) to 192.0.2.7 port"
                                + " 4243: rule rule30: Block any"),
                of(
                        new DialDropped(AT, 7, "192.0.2.7", 4243, "client-nat", "the client is behind a NAT"),
                        "[7] DROPPED on the client's side (client-nat): connect from the device's port 20 (here 2120) to"
                                + " 192.0.2.7 port 4243: the client is behind a NAT"),
                of(
                        new DataConnectionRefused(AT, 7, "127.0.0.1", 4243, "Connection refused"),
                        "[7] data connection refused by 127.0.0.1 port 4243: Connection refused"),
                of(
                        new DataConnectionTimedOut(AT, 7, TransferMode.PASSIVE, 49152, Duration.ofSeconds(30)),
                        "[7] nobody reached port 49152 in 30.000 s"),
                of(
                        new DataConnectionTimedOut(AT, 7, TransferMode.ACTIVE, 4243, Duration.ofSeconds(30)),
                        "[7] the client's port 4243 didn't answer in 30.000 s"),
                of(
                        new TransferCompleted(AT, 7, Content.DOWNLOAD, "/a", 7, Duration.ofMillis(2)),
                        "[7] download of /a complete: 7 bytes in 0.002 s"),
                of(
                        new TransferCompleted(AT, 7, Content.UPLOAD, "/a", 300_000_000, Duration.ofMillis(1500)),
                        "[7] upload of /a complete: 300000000 bytes in 1.500 s, 200 MB/s"),
                of(
                        new TransferFailed(AT, 7, Content.LISTING, "/", 0, Duration.ZERO, "Broken pipe"),
                        "[7] listing of / broken off: 0 bytes in 0.000 s: Broken pipe"));
    }

    private static Arguments of(DeviceEvent event, String line) {
        return Arguments.of(event, line);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lines")
    void reads(DeviceEvent event, String expected) {
        assertThat(new EventLines(PORTS::onHost).line(event)).isEqualTo("12:00:01.005 " + expected);
    }

    @Test
    void everyKindIsHere() {
        List<Class<?>> here = new ArrayList<>();
        lines().forEach(line -> here.add(line.get()[0].getClass()));

        assertThat(here).containsAll(kinds(DeviceEvent.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(EventLinesTests::kinds)
                : Stream.of(sealed);
    }

    @Test
    void namesThePortOnceWhereItIsTheSameHere() {
        String line = new EventLines(new PortMap(0, PORTS.ephemeral())::onHost)
                .line(new ConnectionOpened(AT, 1, "[::1]:1", 21));

        assertThat(line).endsWith("[1] client [::1]:1 is connected to port 21");
    }
}
