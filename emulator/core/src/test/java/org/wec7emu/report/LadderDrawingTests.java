package org.wec7emu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.report.Drawing.Cross;
import org.wec7emu.report.Drawing.Line;
import org.wec7emu.report.Drawing.TextBox;

/** Where things stand in a drawing. */
class LadderDrawingTests {
    static Stream<Drawing> drawings() {
        return SampleJournals.all().stream()
                .flatMap(events -> Ladders.of(events).stream())
                .flatMap(ladder -> Stream.of(LadderScale.WIDE, LadderScale.NARROW)
                        .flatMap(scale -> LadderDrawing.of(ladder, scale).stream()));
    }

    private static <S> List<S> shapes(List<DeviceEvent> events, LadderScale scale, Class<S> kind) {
        List<S> found = new ArrayList<>();
        for (Drawing piece : LadderDrawing.of(Ladders.of(events).get(0), scale)) {
            piece.shapes().stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noTwoTextsOverlap(Drawing drawing) {
        List<TextBox> texts = drawing.texts();
        assertThat(texts).isNotEmpty();
        for (int i = 0; i < texts.size(); i++) {
            for (TextBox later : texts.subList(i + 1, texts.size())) {
                assertThat(texts.get(i).overlaps(later))
                        .as("%s and %s", texts.get(i), later)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noTextLeavesTheDrawing(Drawing drawing) {
        assertThat(drawing.texts()).allSatisfy(text -> {
            assertThat(text.left()).isNotNegative();
            assertThat(text.left() + text.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(text.top()).isNotNegative();
            assertThat(text.top() + text.height()).isLessThanOrEqualTo(drawing.height());
        });
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noArrowStrikesATextOut(Drawing drawing) {
        drawing.shapes().stream()
                .filter(shape -> shape.style().startsWith("arrow"))
                .map(Line.class::cast)
                .forEach(arrow -> assertThat(drawing.texts()).noneSatisfy(text -> {
                    assertThat(arrow.fromY()).isStrictlyBetween(text.top(), text.top() + text.height());
                    assertThat(Math.max(arrow.fromX(), arrow.toX())).isGreaterThan(text.left());
                    assertThat(Math.min(arrow.fromX(), arrow.toX())).isLessThan(text.left() + text.width());
                }));
    }

    @Test
    void twoBoxesThatDoOverlapAreFound() {
        TextBox one = new TextBox(0, 0, 10, 10, "a", "");

        assertThat(one.overlaps(new TextBox(9, 9, 10, 10, "b", ""))).isTrue();
        assertThat(one.overlaps(new TextBox(10, 0, 10, 10, "b", ""))).isFalse();
        assertThat(one.overlaps(new TextBox(0, 10, 10, 10, "b", ""))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("scales")
    void aDroppedConnectStopsOnTheClientsSideOfTheFirewall(LadderScale scale) {
        assertThat(shapes(SampleJournals.passive(), scale, Cross.class))
                .singleElement()
                .satisfies(cross ->
                        assertThat(cross.x()).isBetween((double) scale.lane(Lane.CLIENT_DATA), (double) scale.wall()));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void aLostDialPassesTheFirewallAndStopsAtTheClientsWall(LadderScale scale) {
        assertThat(shapes(SampleJournals.behindNat(), scale, Cross.class))
                .singleElement()
                .satisfies(
                        cross -> assertThat(cross.x()).isBetween((double) scale.clientWall(), (double) scale.wall()));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void whatWorksIsNotStopped(LadderScale scale) {
        assertThat(shapes(SampleJournals.active(), scale, Cross.class)).isEmpty();
    }

    static Stream<LadderScale> scales() {
        return Stream.of(LadderScale.WIDE, LadderScale.NARROW);
    }
}
