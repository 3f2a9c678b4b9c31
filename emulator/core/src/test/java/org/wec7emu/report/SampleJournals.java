package org.wec7emu.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ClockReset;
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
import org.wec7emu.journal.DeviceEvent.PacketsDropped;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.TransferMode;

/** Journals as devices write them, an event every 250 ms. */
final class SampleJournals {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String BECAUSE = "no rule allows it, so rule BlockAllRule blocks it";
    /** Breaks out of HTML, attributes, terminals and lines wherever it isn't escaped. */
    static final String HOSTILE =
            "a\"'><script>alert(1)</script></svg>&\u001B[2J\u202Egpj.\u0000\u2028 \uD83D\uDE00\u4E2D\u6587"
                    + "x".repeat(300);

    private final List<DeviceEvent> events = new ArrayList<>();

    private Instant now() {
        return NOON.plusMillis(250L * events.size());
    }

    private SampleJournals started(String path) {
        events.add(new DeviceStarted(
                now(),
                "CX8100_WEC7_LF_v604h_TC31_B4022.20",
                "ftp-ready",
                "127.0.0.1",
                2100,
                "socket",
                path,
                true,
                true));
        return this;
    }

    private SampleJournals connected() {
        events.add(new ConnectionOpened(now(), 1, "192.0.2.7:4242", 21));
        return reply(220, "Service ready for new user.");
    }

    private SampleJournals command(String verb, String argument) {
        events.add(new CommandReceived(now(), 1, verb, argument));
        return this;
    }

    private SampleJournals reply(int code, String text) {
        events.add(new ReplySent(now(), 1, code, text));
        return this;
    }

    private SampleJournals offered(TransferMode mode, int port) {
        events.add(new DataConnectionOffered(now(), 1, mode, "192.0.2.7", port));
        return this;
    }

    private SampleJournals and(DeviceEvent event) {
        events.add(event);
        return this;
    }

    private List<DeviceEvent> closed(Ending ending) {
        events.add(new ConnectionClosed(now(), 1, ending));
        return List.copyOf(events);
    }

    private static SampleJournals activeUntilDial(String path) {
        return new SampleJournals()
                .started(path)
                .connected()
                .command("PORT", "192,0,2,7,16,147")
                .offered(TransferMode.ACTIVE, 4243)
                .reply(200, "Command okay.")
                .command("LIST", "")
                .reply(150, "File status okay; about to open data connection.");
    }

    /** A listing in active mode. */
    static List<DeviceEvent> active() {
        SampleJournals journal = activeUntilDial("direct");
        Duration took = Duration.ofMillis(2);
        return journal.and(new DataConnectionOpened(journal.now(), 1, TransferMode.ACTIVE, 4243, 20))
                .and(new TransferCompleted(journal.now(), 1, Content.LISTING, "/", 48, took))
                .reply(226, "Closing data connection. ")
                .closed(Ending.QUIT);
    }

    /** The device's dial doesn't get through to the client. */
    static List<DeviceEvent> behindNat() {
        SampleJournals journal = activeUntilDial("client-nat");
        return journal.and(
                        new DialDropped(journal.now(), 1, "192.0.2.7", 4243, "client-nat", "a NAT knows no such port"))
                .and(new DataConnectionTimedOut(journal.now(), 1, TransferMode.ACTIVE, 4243, Duration.ofSeconds(15)))
                .reply(425, "Can't open data connection.")
                .closed(Ending.BY_CLIENT);
    }

    /** A rule of the device's own keeps it from dialling. */
    static List<DeviceEvent> keptIn() {
        SampleJournals journal = activeUntilDial("direct");
        return journal.and(new DialBlocked(journal.now(), 1, "192.0.2.7", 4243, "rule30", "rule rule30: Block any"))
                .and(new DataConnectionTimedOut(journal.now(), 1, TransferMode.ACTIVE, 4243, Duration.ofSeconds(15)))
                .reply(425, "Can't open data connection.")
                .closed(Ending.BY_CLIENT);
    }

    /** One fault is on when the session begins, another one ends it. */
    static List<DeviceEvent> faulty() {
        SampleJournals journal = new SampleJournals().started("direct");
        journal.and(new FaultStarted(journal.now(), "slow-link", "rate=10mbit,delay=20ms", "the network is slow", ""));
        journal.connected();
        journal.and(new FaultStarted(journal.now(), "power-cut", "after=64KiB", "the power is cut, once", ""))
                .command("STOR", "recipe.bin")
                .reply(150, "File status okay; about to open data connection.");
        journal.and(new DataConnectionOpened(journal.now(), 1, TransferMode.ACTIVE, 4243, 20))
                .and(new FaultStruck(journal.now(), 1, "power-cut", "the power is cut when 65536 bytes are stored"))
                .and(new FaultEnded(journal.now(), "power-cut"))
                .and(new TransferFailed(
                        journal.now(),
                        1,
                        Content.UPLOAD,
                        "/recipe.bin",
                        65_536,
                        Duration.ofMillis(20),
                        "the connection was closed"))
                .closed(Ending.BY_DEVICE);
        return journal.and(new DeviceStopped(journal.now(), DeviceEvent.Stop.POWER_CUT))
                .and(new ClockReset(journal.now(), "2003-01-01T12:00"))
                .and(new FaultEnded(journal.now(), "slow-link"))
                .started("direct")
                .events;
    }

    /** Nobody has a session, as the link is down. */
    static List<DeviceEvent> linkDown() {
        SampleJournals journal = new SampleJournals().started("direct");
        return journal.and(new FaultStarted(
                        journal.now(),
                        "link-down",
                        "",
                        "the network cable is out",
                        "this host still acknowledges what clients send on open connections, and answers pings"))
                .and(new FaultEnded(journal.now(), "link-down"))
                .events;
    }

    /** Nobody listens at the port that the client has announced. */
    static List<DeviceEvent> refused() {
        SampleJournals journal = activeUntilDial("direct");
        return journal.and(new DataConnectionRefused(journal.now(), 1, "192.0.2.7", 4243, "Connection refused"))
                .reply(425, "Can't open data connection.")
                .closed(Ending.QUIT);
    }

    /** The firewall drops the data connection in passive mode. */
    static List<DeviceEvent> passive() {
        SampleJournals journal = new SampleJournals()
                .started("direct")
                .connected()
                .command("PASV", "")
                .offered(TransferMode.PASSIVE, 49152)
                .reply(227, "Entering Passive Mode (192,0,2,1,192,0).");
        return journal.and(
                        new DataConnectionDropped(journal.now(), 1, 49152, OptionalLong.of(3), "BlockAllRule", BECAUSE))
                .closed(Ending.BY_CLIENT);
    }

    /** Passive mode where no firewall is, until the client goes in the middle of an upload. */
    static List<DeviceEvent> brokenUpload() {
        SampleJournals journal =
                new SampleJournals().connected().command("PASV", "").offered(TransferMode.PASSIVE, 49152);
        Duration took = Duration.ofMillis(1500);
        return journal.and(new DataConnectionOpened(journal.now(), 1, TransferMode.PASSIVE, 4243, 49152))
                .and(new TransferFailed(journal.now(), 1, Content.UPLOAD, "/a.bin", 512, took, "Connection reset"))
                .closed(Ending.BY_CLIENT);
    }

    /** Whoever tries to connect before the ports are entered. */
    static List<DeviceEvent> strangers() {
        SampleJournals journal = new SampleJournals().started("direct");
        return journal.and(new ConnectionDropped(journal.now(), "192.0.2.7", 21, 2121, 3, "BlockAllRule", BECAUSE))
                .and(new ConnectionDropped(journal.now(), "", 135, 2235, 1, "", "it is so"))
                .and(new PacketsDropped(journal.now(), "192.0.2.8", "udp/161", 2, "BlockAllRule", BECAUSE))
                .events;
    }

    /** Attempts to connect that come again, as the level socket tells them. */
    static List<DeviceEvent> tryingAgain() {
        SampleJournals journal = new SampleJournals().started("direct");
        for (int port : List.of(21, 21, 21, 20)) {
            journal.and(new ConnectionDropped(journal.now(), "", port, port + 2100, 1, "BlockAllRule", BECAUSE));
        }
        return journal.and(new ConnectionDropped(journal.now(), "192.0.2.7", 21, 2121, 2, "BlockAllRule", BECAUSE))
                .events;
    }

    /** Names, commands and addresses by somebody who wants to break out of the page. */
    static List<DeviceEvent> hostile() {
        SampleJournals journal =
                activeUntilDial(HOSTILE).command("RETR", HOSTILE).reply(550, HOSTILE);
        Duration took = Duration.ofDays(100_000);
        return journal.and(new ConnectionOpened(journal.now(), 2, HOSTILE + ":" + HOSTILE, 21))
                .and(new DialDropped(journal.now(), 1, HOSTILE, 4243, HOSTILE, HOSTILE))
                .and(new DataConnectionDropped(journal.now(), 1, 1, OptionalLong.empty(), HOSTILE, HOSTILE))
                .and(new TransferCompleted(journal.now(), 1, Content.DOWNLOAD, HOSTILE, Long.MAX_VALUE, took))
                .and(new DeviceStarted(
                        NOON.plus(Duration.ofDays(3_000_000)), HOSTILE, HOSTILE, "", 0, "", HOSTILE, false, true))
                .connected()
                .reply(214, "214-first\r\n214-second\r\n214 third")
                .closed(Ending.IDLE);
    }

    /** More steps than anybody looks at. */
    static List<DeviceEvent> endless() {
        SampleJournals journal = new SampleJournals().started("direct").connected();
        for (int i = 0; i < 1000; i++) {
            journal.command("NOOP", "").reply(200, "Command okay.");
        }
        return journal.closed(Ending.QUIT);
    }

    /** All of the above. */
    static List<List<DeviceEvent>> all() {
        return List.of(
                active(),
                behindNat(),
                keptIn(),
                refused(),
                passive(),
                brokenUpload(),
                strangers(),
                hostile(),
                faulty(),
                linkDown(),
                endless());
    }
}
