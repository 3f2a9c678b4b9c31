package org.wec7emu.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;
import org.wec7emu.report.HtmlPage;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;
import org.wec7emu.report.Step;

/** What clients did, as ladders. */
final class ReportResource {
    private static final double NANOS = 1e9;
    private static final String NOBODY = "No client came: there is nothing to draw.\n";

    private final Journal journal;
    private Drawn latest = new Drawn(-1, List.of(), Set.of());

    ReportResource(Journal journal) {
        this.journal = journal;
    }

    /**
     * The ladders of a journal.
     *
     * @param last number of its newest event
     * @param open numbers of the sessions that last
     */
    private record Drawn(long last, List<Ladder> ladders, Set<Long> open) {
        boolean isOpen(Ladder ladder) {
            return open.stream().anyMatch(session -> ladder.title().equals("Session " + session));
        }
    }

    /** Making them takes a while, so the last ones are kept until something happens. */
    private synchronized Drawn drawn() {
        long last = journal.after(Long.MAX_VALUE, 0).last();
        if (last != latest.last()) {
            List<DeviceEvent> events = journal.events();
            latest = new Drawn(last, Ladders.of(events), Sessions.open(events));
        }
        return latest;
    }

    private static String id(Ladder ladder) {
        return ladder.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    void ladders(Call call) throws IOException {
        Drawn drawn = drawn();
        List<Map<String, Object>> list = new ArrayList<>();
        drawn.ladders().forEach(ladder -> list.add(json(ladder, drawn.isOpen(ladder))));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("last", drawn.last());
        json.put("ladders", list);
        call.answer(200, json);
    }

    void drawing(Call call) throws Problem {
        String id = call.part("id");
        for (Ladder ladder : drawn().ladders()) {
            if (id(ladder).equals(id)) {
                call.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                call.answer(200, "text/html; charset=utf-8", HtmlPage.drawing(ladder, id));
                return;
            }
        }
        throw Problem.notFound("there is no ladder '" + id + "'", "GET /v1/ladders lists those there are");
    }

    void report(Call call) throws IOException, Problem {
        String form = call.word("as", List.of("text", "html", "json"));
        Drawn drawn = drawn();
        switch (form) {
            case "text" -> call.answer(200, "text/plain; charset=utf-8", text(drawn.ladders()));
            case "html" -> {
                call.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
                call.answer(
                        200, "text/html; charset=utf-8", HtmlPage.of("Sessions so far", List.of(), drawn.ladders()));
            }
            default -> {
                List<Map<String, Object>> list = new ArrayList<>();
                for (Ladder ladder : drawn.ladders()) {
                    Map<String, Object> json = json(ladder, drawn.isOpen(ladder));
                    json.put("steps", steps(ladder));
                    list.add(json);
                }
                call.answer(200, Map.of("ladders", list));
            }
        }
    }

    private static String text(List<Ladder> ladders) {
        return ladders.isEmpty()
                ? NOBODY
                : String.join("\n", ladders.stream().map(LadderText::of).toList());
    }

    private static Map<String, Object> json(Ladder ladder, boolean open) {
        Ladder.Outcome outcome = ladder.outcome();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id(ladder));
        json.put("title", ladder.title());
        json.put("client", ladder.client());
        json.put("open", open);
        json.put("summary", ladder.summary());
        json.put("transfers", outcome.transfers());
        json.put("failed", outcome.failed());
        json.put("dropped", outcome.dropped());
        json.put("seconds", outcome.lasted().toNanos() / NANOS);
        json.put("stepCount", ladder.steps().size());
        return json;
    }

    private static List<Map<String, Object>> steps(Ladder ladder) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Step step : ladder.steps()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("at", step.at().toNanos() / NANOS);
            json.put("text", step.text());
            json.put("tone", word(step.tone()));
            if (step instanceof Step.Arrow arrow) {
                json.put("from", arrow.from().label());
                json.put("to", arrow.to().label());
                json.put("fate", word(arrow.fate()));
                json.put("caption", arrow.caption());
            } else if (step instanceof Step.Note note) {
                json.put("lane", note.lane().label());
            }
            list.add(json);
        }
        return list;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
