package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ClockReset;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileReader;

/** The clock's battery is flat. */
class ClockResetFaultTests {
    private static String lineOf(String name, RawClient client) throws Exception {
        return client.receive("LIST")
                .lines()
                .filter(line -> line.endsWith(" " + name))
                .findFirst()
                .orElseThrow();
    }

    private static String today() {
        return LocalDate.now().format(DateTimeFormatter.ofPattern("MM-dd-yy"));
    }

    @Test
    void afterAPowerCutFilesAreOfTheFirstOfJanuary() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("before.txt", "x");
            }
            device.faults().start(new Fault.ClockReset());
            device.powerCut();

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("after.txt", "x");
                client.command("MKD made");
                assertThat(lineOf("after.txt", client)).startsWith("01-01-03  12:0");
                assertThat(lineOf("made", client)).startsWith("01-01-03  12:0");
                assertThat(lineOf("before.txt", client)).doesNotStartWith("01-01-03");
            }
            assertThat(device.journal().events(ClockReset.class))
                    .extracting(ClockReset::to)
                    .containsExactly("2003-01-01T12:00");
        }
    }

    @Test
    void theProfileHasTheTime() throws Exception {
        String text = "extends: " + Devices.V604H + "\nevidence: {grade: unknown, note: chosen by a test}\n"
                + "image: {name: TEST, cold-boot-clock: 2006-01-01 00:00}\n";
        try (Device device = Devices.started(ProfileReader.read(text, "test.yaml", ProfileCatalog.bundled()))) {
            device.faults().start(new Fault.ClockReset());
            device.powerCut();

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "x");
                assertThat(lineOf("a.txt", client)).startsWith("01-01-06  00:0");
            }
        }
    }

    @Test
    void aRestartKeepsTheTime() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.ClockReset());
            device.restart();

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "x");
                assertThat(lineOf("a.txt", client)).startsWith(today());
            }
            assertThat(device.journal().events(ClockReset.class)).isEmpty();
        }
    }

    @Test
    void theClockIsRightAgainWhenTheFaultIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.ClockReset());
            device.powerCut();
            device.faults().end(FaultKind.CLOCK_RESET);

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "x");
                assertThat(lineOf("a.txt", client)).startsWith(today());
            }
        }
    }

    @Test
    void theJournalsOwnTimesStayRight() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.ClockReset());
            device.powerCut();

            assertThat(device.journal().events())
                    .extracting(org.wec7emu.journal.DeviceEvent::at)
                    .isSorted();
        }
    }

    /** At night, with a rule that lets clients in by day. */
    private static Device ofTheNight() throws Exception {
        Rule office = Rule.allow("office", Traffic.tcp(21)).during(TimeCondition.daily(new HourRange(9, 17)));
        DeviceProfile image = Devices.image(Devices.V604H);
        Instant night = LocalDate.of(2026, 11, 24)
                .atTime(3, 0)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        return Devices.builder(image, EnforcementLevel.BACKLOG)
                .clock(InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), night)))
                .firewall(image.firewall().with(office))
                .start();
    }

    @Test
    void rulesThatHoldAtCertainHoursFollowTheWrongClock() throws Exception {
        try (Device device = ofTheNight()) {
            assertThatThrownBy(() -> RawClient.tryToConnect(device)).isInstanceOf(SocketTimeoutException.class);
            device.faults().start(new Fault.ClockReset());

            device.powerCut();

            assertThat(device.journal().await(FirewallChanged.class, event -> true, Devices.LIMIT))
                    .isPresent();
            RawClient.greetedAndGone(device);
        }
    }

    @Test
    void aResetEndsItSoRulesAreThoseOfTheRightHour() throws Exception {
        try (Device device = ofTheNight()) {
            device.faults().start(new Fault.ClockReset());
            device.powerCut();
            assertThat(device.journal().await(FirewallChanged.class, event -> true, Devices.LIMIT))
                    .isPresent();

            device.reset();

            assertThat(device.firewallInForce().rules()).extracting(Rule::name).doesNotContain("office");
        }
    }
}
