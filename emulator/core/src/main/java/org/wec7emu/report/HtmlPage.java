package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.report.HtmlBlock.Cell;
import org.wec7emu.report.HtmlBlock.Drawn;
import org.wec7emu.report.HtmlBlock.Heading;
import org.wec7emu.report.HtmlBlock.Items;
import org.wec7emu.report.HtmlBlock.Table;

/** One page of HTML that needs no other file, no network and no script, and is forbidden to ask for one. */
public final class HtmlPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Html html = new Html();

    private HtmlPage() {}

    /** A page out of blocks, from top to bottom. */
    public static String of(String title, List<HtmlBlock> blocks) {
        HtmlPage page = new HtmlPage();
        page.begin(title);
        blocks.forEach(block -> block.write(page));
        page.html.raw("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    /**
     * A ladder's drawing alone, and the ladder as text, to be put into a page that has {@link #style}.
     *
     * @param id begins the ids of its elements; letters, digits and dashes
     */
    public static String drawing(Ladder ladder, String id) {
        HtmlPage page = new HtmlPage();
        page.draw(ladder, id);
        return page.html.toString();
    }

    /** What is put before the ladders, a table of them, and each of them. */
    public static String of(String title, List<HtmlBlock> before, List<Ladder> ladders) {
        List<HtmlBlock> blocks = new ArrayList<>(before);
        blocks.add(contents(ladders));
        for (int i = 0; i < ladders.size(); i++) {
            blocks.add(new Drawn(ladders.get(i), id(i)));
        }
        return of(title, blocks);
    }

    private static HtmlBlock contents(List<Ladder> ladders) {
        if (ladders.isEmpty()) {
            return new HtmlBlock.Paragraph("No client came: there is nothing to draw.");
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < ladders.size(); i++) {
            Ladder ladder = ladders.get(i);
            Ladder.Outcome outcome = ladder.outcome();
            HtmlBlock.Tone tone = outcome.dropped() + outcome.failed() > 0
                    ? HtmlBlock.Tone.BAD
                    : outcome.transfers() > 0 ? HtmlBlock.Tone.GOOD : HtmlBlock.Tone.PLAIN;
            rows.add(List.of(
                    new Cell(ladder.title(), HtmlBlock.Tone.PLAIN, id(i)),
                    Cell.of(ladder.client()),
                    Cell.of(Words.seconds(outcome.lasted())),
                    new Cell(Summary.of(ladder), tone, "")));
        }
        return new Table("Sessions", List.of("Session", "Client", "Seconds", "Outcome"), rows);
    }

    private static String id(int number) {
        return "ladder-" + (number + 1);
    }

    Html html() {
        return html;
    }

    private void begin(String title) {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line();
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.empty("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title).line();
        html.raw("<style>\n" + StyleSheet.PAGE + "</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", title).line();
    }

    void heading(Heading heading) {
        if (heading.id().isEmpty()) {
            html.element("h2", heading.text()).line();
        } else {
            html.element("h2", heading.text(), "id", heading.id()).line();
        }
    }

    void items(Items items) {
        html.element("p", items.sentence()).line().open("ul").line();
        items.items().forEach(item -> html.element("li", item).line());
        html.close("ul").line();
    }

    void table(Table table) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.caption());
        html.open("table").element("caption", table.caption()).open("thead").open("tr");
        table.head().forEach(name -> html.element("th", name, "scope", "col"));
        html.close("tr").close("thead").open("tbody").line();
        for (List<Cell> row : table.rows()) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                cell(row.get(i), i == 0);
            }
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("div").line();
    }

    private void cell(Cell cell, boolean first) {
        String style =
                switch (cell.tone()) {
                    case PLAIN -> "";
                    case GOOD -> "good";
                    case BAD -> "bad";
                };
        if (first) {
            html.open("th", "scope", "row", "class", style);
        } else {
            html.open("td", "class", style);
        }
        if (cell.target().isEmpty()) {
            html.text(cell.text());
        } else {
            html.element("a", cell.text(), "href", "#" + cell.target());
        }
        html.close(first ? "th" : "td");
    }

    void ladder(Drawn drawn) {
        Ladder ladder = drawn.ladder();
        html.open("section", "id", drawn.id(), "aria-labelledby", drawn.id() + "-heading")
                .line();
        html.element("h2", ladder.title() + ": " + Summary.of(ladder), "id", drawn.id() + "-heading")
                .line();
        draw(ladder, drawn.id());
        html.close("section").line();
    }

    private void draw(Ladder ladder, String id) {
        LadderSvg svg = new LadderSvg(html);
        svg.write(ladder, LadderScale.WIDE, id + "-wide");
        svg.write(ladder, LadderScale.NARROW, id + "-narrow");
        html.open("details").element("summary", ladder.title() + " as text");
        html.element("pre", LadderText.of(ladder), "tabindex", "0")
                .close("details")
                .line();
    }

    /** The style sheet of all pages. */
    public static String style() {
        return StyleSheet.PAGE;
    }
}
