package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.cli.CheckReport.Expect;
import org.xml.sax.InputSource;

/** The reports of a check. */
class CheckReportTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/check");
    private static final CheckReport BOTH = report(Expect.WORKS, Checked.blocked(), Checked.working());

    @TempDir
    private Path folder;

    private static CheckReport report(Expect expect, CheckedClient... checks) {
        return new CheckReport(Checked.CLIENT, expect, List.of(checks), List.of());
    }

    private static String text(CheckReport report) {
        StringWriter text = new StringWriter();
        new CheckText(new PrintWriter(text)).print(report);
        return text.toString();
    }

    private void write(CheckReport report) throws BadInput {
        CheckFiles.in(folder.toString(), null).write(report);
    }

    private Document junit(CheckReport report) throws Exception {
        write(report);
        String xml = Files.readString(folder.resolve("junit.xml"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @CsvSource({"report.json", "junit.xml", "summary.md"})
    void read_as_their_golden_files(String file) throws Exception {
        write(BOTH);

        assertGolden(file, Files.readString(folder.resolve(file)));
    }

    @Test
    void the_text_reads_as_its_golden_file() throws Exception {
        assertGolden("text.txt", text(BOTH));
    }

    private static void assertGolden(String name, String found) throws Exception {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, found);
        }
        assertThat(found).isEqualToNormalizingNewlines(Files.readString(file));
    }

    @Test
    void json_is_as_its_published_schema_has_it() throws Exception {
        write(BOTH);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../docs/check-report.schema.json")));

        assertThat(schema.validate(Files.readString(folder.resolve("report.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"schema\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void junit_has_a_failure_of_the_verdict_with_what_the_client_printed() throws Exception {
        Document xml = junit(report(Expect.WORKS, Checked.blocked()));
        Element failure = (Element) xml.getElementsByTagName("failure").item(0);

        assertThat(failure.getAttribute("type")).isEqualTo("PASSIVE_BLOCKED");
        assertThat(failure.getAttribute("message")).contains("port 49152");
        assertThat(xml.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("| <no> data & \"so on\"")
                .doesNotContain("\u001b");
    }

    @Test
    void what_was_to_be_blocked_and_is_fails_nothing() throws Exception {
        CheckReport report = report(Expect.BLOCKED, Checked.blocked());

        assertThat(report.isGood()).isTrue();
        assertThat(junit(report).getElementsByTagName("failure").getLength()).isZero();
    }

    @Test
    void what_was_to_be_blocked_and_works_is_a_surprise() {
        CheckReport report = report(Expect.BLOCKED, Checked.working());

        assertThat(report.isGood()).isFalse();
        assertThat(text(report)).contains("WORKS (expected: blocked)");
    }

    @Test
    void a_journal_an_image_lies_beside_them() throws Exception {
        write(BOTH);

        assertThat(folder.resolve(Checked.blocked().image() + ".jsonl"))
                .content()
                .contains("\"event\":\"TransferCompleted\"");
    }

    @Test
    void the_page_has_each_verdict_with_its_reasons_and_ladders() throws Exception {
        write(BOTH);

        assertThat(folder.resolve("report.html"))
                .content()
                .contains(
                        "wec7emu check: not as expected",
                        "PASSIVE_BLOCKED",
                        "Remedy: use active mode",
                        "&lt;no&gt; data",
                        "id=\"image-1-ladder-1\"",
                        "id=\"image-2-ladder-1\"")
                .doesNotContain("<no>", "<script");
    }

    @Test
    void the_summary_is_appended_to_that_of_a_job() throws Exception {
        Path job = Files.writeString(folder.resolve("job.md"), "# Before\n");

        CheckFiles.in(null, job.toString()).write(BOTH);

        assertThat(job).content().startsWith("# Before\n### wec7emu check: not as expected");
    }
}
