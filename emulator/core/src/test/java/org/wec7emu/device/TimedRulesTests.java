package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;

/** Rules that are in force at certain hours of the device's clock only. */
class TimedRulesTests {
    private static final LocalDateTime FIVE = LocalDateTime.of(2026, 11, 23, 17, 0);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    @ParameterizedTest
    @EnumSource
    void takeEffectWhenTheHourComes(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(Devices.image(Devices.V604H), level)
                .clock(clockThatShows(FIVE.minus(A_MOMENT)))
                .firewall(port21From(new HourRange(17, 9)))
                .start()) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            assertThat(device.journal().await(FirewallChanged.class, event -> true, Devices.LIMIT))
                    .isPresent();

            RawClient.loggedIn(device).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void loseItWhenTheHourIsOver(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(Devices.image(Devices.V604H), level)
                        .clock(clockThatShows(FIVE.minus(A_MOMENT)))
                        .firewall(port21From(new HourRange(9, 17)))
                        .start();
                RawClient early = RawClient.loggedIn(device)) {
            assertThat(device.journal().await(FirewallChanged.class, event -> true, Devices.LIMIT))
                    .isPresent();

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));
            assertThat(early.command("NOOP")).startsWith("200");
            assertThat(device.firewall()).isEqualTo(port21From(new HourRange(9, 17)));
        }
    }

    private static RuleSet port21From(HourRange hours) throws Exception {
        Rule timed = Rule.allow("office", Traffic.tcp(21)).during(TimeCondition.daily(hours));
        return Devices.image(Devices.V604H).firewall().with(timed);
    }

    /** A clock that shows {@code now} at this moment and goes on from there. */
    private static InstantSource clockThatShows(LocalDateTime now) {
        Instant then = now.atZone(ZoneId.systemDefault()).toInstant();
        return InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), then));
    }
}
