package org.wec7emu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.report.Step.Arrow;
import org.wec7emu.report.Step.Fate;
import org.wec7emu.report.Step.Note;
import org.wec7emu.report.Step.Tone;

/** Which steps a journal makes. */
class LaddersTests {
    private static Ladder only(List<DeviceEvent> events) {
        List<Ladder> ladders = Ladders.of(events);
        assertThat(ladders).hasSize(1);
        return ladders.get(0);
    }

    private static List<Arrow> data(Ladder ladder) {
        return ladder.steps().stream()
                .filter(Arrow.class::isInstance)
                .map(Arrow.class::cast)
                .filter(arrow -> arrow.from() == Lane.CLIENT_DATA || arrow.to() == Lane.CLIENT_DATA)
                .toList();
    }

    private static Arrow arrow(double seconds, Lane from, Lane to, Fate fate, Tone tone, String text, String caption) {
        return new Arrow(Duration.ofMillis((long) (seconds * 1000)), from, to, fate, tone, text, caption);
    }

    @Test
    void inActiveModeTheDeviceConnectsFrom20ToTheClientsPort() {
        Ladder ladder = only(SampleJournals.active());

        assertThat(data(ladder))
                .containsExactly(
                        arrow(
                                1.75,
                                Lane.DEVICE_DATA,
                                Lane.CLIENT_DATA,
                                Fate.ARRIVES,
                                Tone.DATA,
                                "connects from port 20 to 4243",
                                ""),
                        arrow(
                                2,
                                Lane.DEVICE_DATA,
                                Lane.CLIENT_DATA,
                                Fate.ARRIVES,
                                Tone.DATA,
                                "listing of /: 48 bytes in 0.002 s",
                                ""));
        assertThat(ladder.ports()).containsEntry(Lane.CLIENT_CONTROL, "4242").containsEntry(Lane.CLIENT_DATA, "4243");
        assertThat(ladder.outcome()).isEqualTo(new Ladder.Outcome(1, 0, 0, Duration.ofMillis(2500)));
    }

    @Test
    void commandsGoToPort21AndRepliesComeBack() {
        assertThat(only(SampleJournals.active()).steps())
                .contains(
                        arrow(
                                0.5,
                                Lane.CLIENT_CONTROL,
                                Lane.DEVICE_CONTROL,
                                Fate.ARRIVES,
                                Tone.CONTROL,
                                "PORT 192,0,2,7,16,147",
                                ""),
                        arrow(
                                1,
                                Lane.DEVICE_CONTROL,
                                Lane.CLIENT_CONTROL,
                                Fate.ARRIVES,
                                Tone.CONTROL,
                                "200 Command okay.",
                                ""));
    }

    @Test
    void inPassiveModeTheConnectStopsAtTheFirewallWithItsRule() {
        Ladder ladder = only(SampleJournals.passive());

        assertThat(data(ladder))
                .containsExactly(arrow(
                        1.25,
                        Lane.CLIENT_DATA,
                        Lane.DEVICE_PASSIVE,
                        Fate.DROPPED_BY_FIREWALL,
                        Tone.BAD,
                        "connects to port 49152, 3 times",
                        "DROPPED by the firewall: no rule allows it, so rule BlockAllRule blocks it"));
        assertThat(ladder.firewall()).isEqualTo(Ladder.Firewall.ON);
        assertThat(ladder.ports()).containsEntry(Lane.DEVICE_PASSIVE, "49152");
        assertThat(ladder.outcome().dropped()).isEqualTo(1);
    }

    @Test
    void aDialThatGetsLostStopsAtTheClientsWall() {
        Ladder ladder = only(SampleJournals.behindNat());

        assertThat(ladder.clientWall()).isEqualTo("client-nat");
        assertThat(data(ladder)).singleElement().satisfies(dial -> {
            assertThat(dial.fate()).isEqualTo(Fate.LOST_AT_CLIENT);
            assertThat(dial.caption()).isEqualTo("DROPPED on the client's side (client-nat): a NAT knows no such port");
        });
        assertThat(ladder.steps())
                .contains(new Note(
                        Duration.ofSeconds(2), Lane.DEVICE_DATA, Tone.BAD, "no answer from port 4243 in 15.000 s"));
    }

    @Test
    void aDialThatIsRefusedGetsThereAndSaysWhy() {
        assertThat(data(only(SampleJournals.refused()))).singleElement().satisfies(dial -> {
            assertThat(dial.fate()).isEqualTo(Fate.REFUSED);
            assertThat(dial.caption()).isEqualTo("REFUSED: Connection refused");
        });
    }

    @Test
    void anUploadGoesToTheDevicesEndOfTheDataConnection() {
        Ladder ladder = only(SampleJournals.brokenUpload());

        Arrow upload = data(ladder).get(1);
        assertThat(upload.from()).isEqualTo(Lane.CLIENT_DATA);
        assertThat(upload.to()).isEqualTo(Lane.DEVICE_PASSIVE);
        assertThat(upload.caption()).isEqualTo("BROKEN OFF: Connection reset");
        assertThat(ladder.outcome().failed()).isEqualTo(1);
    }

    @Test
    void aJournalThatBeginsLaterThanTheDeviceClaimsNothingOfItsFirewall() {
        Ladder ladder = only(SampleJournals.brokenUpload());

        assertThat(ladder.firewall()).isEqualTo(Ladder.Firewall.UNKNOWN);
        assertThat(ladder.device()).isEmpty();
    }

    @Test
    void whoNeverGetsASessionHasALadderToo() {
        Ladder ladder = only(SampleJournals.strangers());

        assertThat(ladder.title()).isEqualTo("Outside sessions");
        assertThat(ladder.steps())
                .extracting(Step::text)
                .containsExactly(
                        "connects to port 21 from 192.0.2.7, 3 times",
                        "connects to port 135",
                        "udp/161 from 192.0.2.8, 2 times");
        assertThat(ladder.steps())
                .allSatisfy(step -> assertThat(((Arrow) step).fate()).isEqualTo(Fate.DROPPED_BY_FIREWALL));
    }

    @Test
    void attemptsThatAreTriedAgainAreOneStep() {
        Ladder ladder = only(SampleJournals.tryingAgain());

        assertThat(ladder.steps())
                .extracting(Step::text)
                .containsExactly(
                        "connects to port 21, 3 times until 0.750",
                        "connects to port 20",
                        "connects to port 21 from 192.0.2.7, 2 times");
        assertThat(ladder.outcome()).isEqualTo(new Ladder.Outcome(0, 0, 5, Duration.ofMillis(1250)));
    }

    @Test
    void aSecondRunInTheSameJournalHasSessionsOfItsOwn() {
        List<DeviceEvent> twice = new ArrayList<>(SampleJournals.active());
        twice.addAll(SampleJournals.passive());

        assertThat(Ladders.of(twice))
                .extracting(ladder -> ladder.outcome().dropped())
                .containsExactly(0, 1);
    }

    @Test
    void ofAnEndlessSessionTheMiddleIsLeftOutAndSaidSo() {
        Ladder ladder = only(SampleJournals.endless());

        assertThat(ladder.steps()).hasSize(Ladder.MOST_STEPS + 1);
        assertThat(ladder.steps().get(300).text()).isEqualTo("1603 steps are left out here; the journal has them");
        assertThat(ladder.steps().get(Ladder.MOST_STEPS).text()).isEqualTo("closed after QUIT");
    }

    @Test
    void aSessionIsToldOfTheFaultsThatAreOnAndOfWhatTheyDoToIt() {
        Ladder ladder = only(SampleJournals.faulty());

        assertThat(ladder.steps())
                .filteredOn(Note.class::isInstance)
                .extracting(Step::text)
                .containsExactly(
                        "FAULT slow-link (rate=10mbit,delay=20ms): the network is slow",
                        "FAULT power-cut (after=64KiB): the power is cut, once",
                        "FAULT power-cut: the power is cut when 65536 bytes are stored",
                        "fault power-cut is over",
                        "closed as the device went");
    }

    @Test
    void withoutSessionsFaultsHaveALadderOfTheirOwn() {
        Ladder ladder = only(SampleJournals.linkDown());

        assertThat(ladder.title()).isEqualTo("Outside sessions");
        assertThat(ladder.steps())
                .extracting(Step::text)
                .containsExactly(
                        "FAULT link-down: the network cable is out; this host still acknowledges what clients send on open"
                                + " connections, and answers pings",
                        "fault link-down is over");
    }

    @Test
    void noEventsMakeNoLadder() {
        assertThat(Ladders.of(List.of())).isEmpty();
    }
}
