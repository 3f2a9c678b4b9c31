package org.wec7emu.report;

import java.util.List;

/** A part of an {@link HtmlPage}. All texts are plain; nothing in them is markup. */
public sealed interface HtmlBlock {
    /** Writes it. */
    void write(HtmlPage page);

    /** Begins a section; {@code id} is what links lead to, or empty. */
    record Heading(String text, String id) implements HtmlBlock {
        @Override
        public void write(HtmlPage page) {
            page.heading(this);
        }
    }

    record Paragraph(String text) implements HtmlBlock {
        @Override
        public void write(HtmlPage page) {
            page.html().element("p", text).line();
        }
    }

    /** What belongs together, below a sentence that says what it is. */
    record Items(String sentence, List<String> items) implements HtmlBlock {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public void write(HtmlPage page) {
            page.items(this);
        }
    }

    /** Text in which each blank counts. */
    record Preformatted(String text) implements HtmlBlock {
        @Override
        public void write(HtmlPage page) {
            page.html().element("pre", text, "tabindex", "0").line();
        }
    }

    /** How good what a cell says is. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /**
     * A cell of a table.
     *
     * @param target id of the heading or ladder that it leads to; empty when it leads nowhere
     */
    record Cell(String text, Tone tone, String target) {
        /** A cell that is neither good nor bad and leads nowhere. */
        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN, "");
        }
    }

    /** A table, as of verdicts; the first cell of each row names it. */
    record Table(String caption, List<String> head, List<List<Cell>> rows) implements HtmlBlock {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public void write(HtmlPage page) {
            page.table(this);
        }
    }

    /** A ladder with its heading, its drawing and its text; {@code id} is what links lead to. */
    record Drawn(Ladder ladder, String id) implements HtmlBlock {
        @Override
        public void write(HtmlPage page) {
            page.ladder(this);
        }
    }
}
