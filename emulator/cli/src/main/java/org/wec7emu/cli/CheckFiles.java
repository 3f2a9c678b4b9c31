package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.journal.JournalFile;

/** The reports of a check as files: {@code report.json}, {@code junit.xml}, {@code summary.md}, {@code report.html}, and a journal an image. */
final class CheckFiles {
    private static final String REPORT_DIR = "--report-dir";

    private final @Nullable Path directory;
    private final @Nullable String stepSummary;

    private CheckFiles(@Nullable Path directory, @Nullable String stepSummary) {
        this.directory = directory;
        this.stepSummary = stepSummary;
    }

    /**
     * Makes the directory before the client is run, so that no run is in vain.
     *
     * @param directory null for none
     * @param stepSummary file that the summary is appended to, which a job on GitHub names; null for none
     */
    static CheckFiles in(@Nullable String directory, @Nullable String stepSummary) throws BadInput {
        if (directory == null) {
            return new CheckFiles(null, stepSummary);
        }
        try {
            return new CheckFiles(Files.createDirectories(Path.of(directory)), stepSummary);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(REPORT_DIR + " " + directory + ": this is no directory");
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(REPORT_DIR + " " + directory + ": can't be made: " + e.getMessage());
        }
    }

    /** @throws BadInput when a file can't be written */
    void write(CheckReport report) throws BadInput {
        String summary = summary(report);
        Path folder = directory;
        try {
            if (folder != null) {
                StringWriter json = new StringWriter();
                Json.print(new PrintWriter(json), generator -> new CheckJson(generator).write(report));
                Files.writeString(folder.resolve("report.json"), json.toString());
                StringWriter xml = new StringWriter();
                CheckJunit.write(report, xml);
                Files.writeString(folder.resolve("junit.xml"), xml.toString());
                Files.writeString(folder.resolve("summary.md"), summary);
                Files.writeString(folder.resolve("report.html"), CheckHtml.of(report));
                journals(report, folder);
            }
            if (stepSummary != null && !stepSummary.isEmpty()) {
                Files.writeString(Path.of(stepSummary), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("the reports can't be written: " + e.getMessage());
        }
    }

    private static String summary(CheckReport report) {
        StringWriter text = new StringWriter();
        new CheckMarkdown(new PrintWriter(text)).print(report);
        return text.toString();
    }

    private static void journals(CheckReport report, Path folder) throws IOException {
        for (CheckedClient check : report.checks()) {
            List<String> lines = new ArrayList<>();
            check.journal().forEach(event -> lines.add(JournalFile.line(event)));
            Files.write(folder.resolve(check.image().replaceAll("[^\\w.-]", "_") + ".jsonl"), lines);
        }
    }
}
