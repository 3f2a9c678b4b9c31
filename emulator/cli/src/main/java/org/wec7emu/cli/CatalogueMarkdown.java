package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.CatalogueRow;

/** The main behaviours of all images, a line an image. */
final class CatalogueMarkdown {
    private final PrintWriter out;

    CatalogueMarkdown(PrintWriter out) {
        this.out = out;
    }

    void print(List<CatalogueRow> rows) {
        out.println("| image | state | " + String.join(" | ", CatalogueRow.COLUMNS) + " |");
        out.println("|---".repeat(CatalogueRow.COLUMNS.size() + 2) + "|");
        rows.forEach(this::print);
        out.println();
        out.println("\\*: nothing of what it rests on is documented, observed or reported. " + greetings(rows));
    }

    private void print(CatalogueRow row) {
        String cells = row.cells().stream()
                .map(cell -> MeasuredMarkdown.escaped(cell.text()) + (cell.guess() ? " \\*" : ""))
                .collect(Collectors.joining(" | "));
        out.println("| " + DiffMarkdown.code(row.image().name())
                + (row.image().image().profile().synthetic() ? " (synthetic)" : "") + " | "
                + row.image().image().state() + " | " + cells + " |");
    }

    private static String greetings(List<CatalogueRow> rows) {
        List<String> all = rows.stream().map(CatalogueRow::greeting).distinct().toList();
        return all.size() == 1
                ? "The greeting of all is " + DiffMarkdown.code(all.get(0))
                : "Greetings: "
                        + rows.stream()
                                .map(row -> row.image().name() + " " + DiffMarkdown.code(row.greeting()))
                                .collect(Collectors.joining(", "));
    }
}
