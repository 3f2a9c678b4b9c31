package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.CLIENT;
import static org.wec7emu.firewall.Packets.end;
import static org.wec7emu.firewall.Packets.tcp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reference remembers of a TCP connection once one of its ends has sent FIN or RST. */
class EndOfConnectionTests {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration DAY = Duration.ofSeconds(86_400);
    private static final RuleSet NOTHING_COMES_IN =
            new RuleSet(Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final PacketFilter filter = new PacketFilter(NOTHING_COMES_IN.withEnabled(false), () -> now);
    private final Packet plain = segment(Direction.INBOUND);

    private static Packet segment(Direction direction) {
        return tcp(direction, CLIENT, 50_000, 20, false);
    }

    private static Packet syn(Direction direction) {
        return tcp(direction, CLIENT, 50_000, 20, true);
    }

    private static Packet closing(Direction direction) {
        return end(direction, CLIENT, 50_000, 20);
    }

    /** Leaves a firewall behind that lets in nothing but what it remembers. */
    private void establish(Direction begun) {
        filter.decide(syn(begun));
        filter.decide(plain);
        filter.replaceRules(NOTHING_COMES_IN);
    }

    private boolean isRememberedFor(Duration time) {
        now = now.plus(time).minusMillis(1);
        boolean until = filter.states() == 1;
        now = now.plusMillis(1);
        return until && filter.states() == 0;
    }

    @ParameterizedTest
    @CsvSource({"INBOUND,INBOUND", "INBOUND,OUTBOUND", "OUTBOUND,INBOUND", "OUTBOUND,OUTBOUND"})
    void isForgottenAMinuteAfterEitherEndEndsIt(Direction begun, Direction ended) {
        establish(begun);

        assertThat(filter.decide(closing(ended)).passes()).isTrue();

        assertThat(isRememberedFor(MINUTE)).isTrue();
        assertThat(filter.decide(plain).passes()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void isRememberedForAnotherMinuteWhenAnotherSegmentFollows(Direction followed) {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.INBOUND));
        now = now.plusSeconds(59);

        filter.decide(segment(followed));

        assertThat(isRememberedFor(MINUTE)).isTrue();
    }

    @Test
    void isRememberedForAnotherMinuteWhenTheOtherEndEndsItToo() {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.INBOUND));
        now = now.plusSeconds(59);

        filter.decide(closing(Direction.OUTBOUND));

        assertThat(isRememberedFor(MINUTE)).isTrue();
    }

    @Test
    void isNotBroughtBackByWhatTheDeviceSendsTooLate() {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.INBOUND));
        now = now.plus(MINUTE);

        filter.decide(segment(Direction.OUTBOUND));

        assertThat(filter.states()).isZero();
    }

    @Test
    void stillPassesForWhoBeganIt() {
        establish(Direction.OUTBOUND);
        filter.decide(closing(Direction.OUTBOUND));

        assertThat(filter.decide(closing(Direction.INBOUND))).isEqualTo(new Verdict.Pass(new Cause.Answer()));
        assertThat(filter.decide(plain)).isEqualTo(new Verdict.Pass(new Cause.Answer()));
    }

    @Test
    void stillPassesForWhomItWasLetInFrom() {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.OUTBOUND));

        assertThat(filter.decide(closing(Direction.INBOUND))).isEqualTo(new Verdict.Pass(new Cause.LetInBefore()));
        assertThat(filter.decide(plain)).isEqualTo(new Verdict.Pass(new Cause.LetInBefore()));
    }

    @Test
    void isForgottenAMinuteAfterTheDevicesSynWasRefused() {
        filter.replaceRules(NOTHING_COMES_IN);
        filter.decide(syn(Direction.OUTBOUND));
        now = now.plusSeconds(30);

        assertThat(filter.decide(closing(Direction.INBOUND))).isEqualTo(new Verdict.Pass(new Cause.Answer()));

        assertThat(isRememberedFor(MINUTE)).isTrue();
    }

    @Test
    void isForgottenAMinuteAfterTheClientGaveUpItsHandshake() {
        filter.decide(syn(Direction.INBOUND));
        now = now.plusSeconds(30);

        filter.decide(closing(Direction.INBOUND));

        assertThat(isRememberedFor(MINUTE)).isTrue();
    }

    @Test
    void isAnewAConnectionWhenTheDeviceDialsTheSamePorts() {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.INBOUND));
        filter.decide(syn(Direction.OUTBOUND));

        assertThat(filter.decide(plain)).isEqualTo(new Verdict.Pass(new Cause.Answer()));

        assertThat(isRememberedFor(DAY)).isTrue();
    }

    @Test
    void doesNotLetInTheSynOfANewOne() {
        establish(Direction.INBOUND);
        filter.decide(closing(Direction.INBOUND));

        assertThat(filter.decide(syn(Direction.INBOUND)).passes()).isFalse();
    }

    @Test
    void isNotEndedByASegmentThatTheRulesKeepInside() {
        establish(Direction.INBOUND);
        filter.replaceRules(NOTHING_COMES_IN.with(Rule.outbound("mute", Action.BLOCK, Traffic.any())));

        assertThat(filter.decide(closing(Direction.OUTBOUND)).passes()).isFalse();

        assertThat(isRememberedFor(DAY)).isTrue();
    }

    @Test
    void isNoticedWhileTheFirewallIsOff() {
        filter.decide(syn(Direction.INBOUND));
        filter.decide(plain);

        Verdict verdict = filter.decide(closing(Direction.INBOUND));

        assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.FirewallOff()));
        assertThat(isRememberedFor(MINUTE)).isTrue();
    }
}
