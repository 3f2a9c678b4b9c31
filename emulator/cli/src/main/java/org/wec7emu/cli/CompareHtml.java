package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.measure.behaviour.MeasuredDifference;
import org.wec7emu.measure.behaviour.MeasuredDifference.Face;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.Observation;
import org.wec7emu.measure.behaviour.Topic;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileSection;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.TrafficDifference;
import org.wec7emu.report.HtmlBlock;
import org.wec7emu.report.HtmlBlock.Cell;
import org.wec7emu.report.HtmlBlock.Tone;
import org.wec7emu.report.HtmlPage;

/** A comparison as one page, in the style of a check's: what was measured first, then the profiles. */
final class CompareHtml {
    private static final List<String> MEASURED_HEAD = List.of("Behaviour", "A", "B", "A rests on", "B rests on");

    private final List<HtmlBlock> blocks = new ArrayList<>();

    private CompareHtml() {}

    static String of(CompareReport report) {
        CompareHtml page = new CompareHtml();
        page.paragraph("A: " + report.first().name() + CompareReport.about(report.first()));
        page.paragraph("B: " + report.second().name() + CompareReport.about(report.second()));
        report.measured().ifPresent(page::measured);
        report.profiles().ifPresent(page::profiles);
        return HtmlPage.of("wec7emu compare: " + report.title(), page.blocks);
    }

    private void paragraph(String text) {
        blocks.add(new HtmlBlock.Paragraph(text));
    }

    private void measured(MeasuredDifferences measured) {
        blocks.add(new HtmlBlock.Heading("Measured: " + MeasuredWords.headline(measured), "measured"));
        Map<Topic, List<List<Cell>>> rows = new EnumMap<>(Topic.class);
        for (MeasuredDifference difference : measured.differences()) {
            rows.computeIfAbsent(difference.topic(), topic -> new ArrayList<>()).add(row(difference));
        }
        rows.forEach((topic, of) -> blocks.add(new HtmlBlock.Table(topic.title(), MEASURED_HEAD, of)));
        measured.notAsked().forEach(one -> paragraph("Not measured: " + MeasuredWords.unasked(one)));
        if (!MeasuredWords.closing(measured).isEmpty()) {
            paragraph(MeasuredWords.closing(measured));
        }
    }

    private static List<Cell> row(MeasuredDifference difference) {
        return List.of(
                Cell.of(difference.label()),
                cell(difference.first()),
                cell(difference.second()),
                Cell.of(grounds(difference.first())),
                Cell.of(grounds(difference.second())));
    }

    private static Cell cell(Face face) {
        return new Cell(face.text(), tone(face.tone()), "");
    }

    private static Tone tone(Observation.Tone tone) {
        return switch (tone) {
            case PLAIN -> Tone.PLAIN;
            case GOOD -> Tone.GOOD;
            case BAD -> Tone.BAD;
        };
    }

    private static String grounds(Face face) {
        return Stream.concat(
                        Stream.of(face.because()).filter(because -> !because.isEmpty()),
                        face.restsOn().stream().map(CheckWords::ground))
                .collect(Collectors.joining("; "));
    }

    private void profiles(Comparison comparison) {
        blocks.add(new HtmlBlock.Heading("Profiles", "profiles"));
        if (!comparison.traffic().isEmpty()) {
            blocks.add(new HtmlBlock.Table(
                    comparison.trafficTitle(),
                    List.of("Traffic", "What", "A", "B"),
                    comparison.traffic().stream().map(CompareHtml::row).toList()));
        }
        Map<ProfileSection, List<List<Cell>>> rows = new EnumMap<>(ProfileSection.class);
        for (Difference difference : comparison.values().differences()) {
            rows.computeIfAbsent(difference.section(), section -> new ArrayList<>())
                    .add(row(difference));
        }
        rows.forEach((section, of) ->
                blocks.add(new HtmlBlock.Table(section.title(), List.of("Value", "A", "Grade", "B", "Grade"), of)));
        paragraph(DiffWords.closing(comparison.values()));
    }

    private static List<Cell> row(TrafficDifference difference) {
        return List.of(
                Cell.of(difference.name()),
                Cell.of(difference.text()),
                Cell.of(DiffWords.verdict(!difference.passesInSecond())),
                Cell.of(DiffWords.verdict(difference.passesInSecond())));
    }

    private static List<Cell> row(Difference difference) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(difference.subject())));
        for (Optional<ProfileValue> value : List.of(difference.first(), difference.second())) {
            cells.add(Cell.of(DiffWords.text(value)));
            cells.add(Cell.of((DiffWords.grade(value) + " " + DiffWords.source(value)).strip()));
        }
        return cells;
    }
}
