package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.cli.CheckReport.Expect;
import org.xml.sax.SAXException;

/** What check writes for CI servers is what Surefire's schema has, and what Surefire's own reader understands. */
class JunitReportTests {
    private static final Path SCHEMA = Path.of("src/test/resources/xsd/surefire-test-report.xsd");

    @TempDir
    private Path folder;

    static Stream<CheckReport> reports() {
        return Stream.of(
                report(Expect.WORKS),
                report(Expect.BLOCKED),
                new CheckReport(Checked.CLIENT, Expect.WORKS, List.of(Checked.working()), List.of("LATER", "LAST")),
                new CheckReport(Checked.CLIENT, Expect.WORKS, List.of(), List.of("LATER")));
    }

    private static CheckReport report(Expect expect) {
        return new CheckReport(Checked.CLIENT, expect, List.of(Checked.blocked(), Checked.working()), List.of());
    }

    private static String xml(CheckReport report) {
        StringWriter xml = new StringWriter();
        CheckJunit.write(report, xml);
        return xml.toString();
    }

    private static void validate(String xml) throws Exception {
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(SCHEMA.toFile());
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void is_valid_by_surefires_schema(CheckReport report) throws Exception {
        validate(xml(report));
    }

    @Test
    void the_schema_would_find_a_mistake() {
        assertThatThrownBy(() -> validate(xml(report(Expect.WORKS)).replace("<testcase name=", "<testcase nome=")))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("nome");
    }

    @Test
    void surefires_reader_finds_what_failed_and_why() throws Exception {
        ReportTestSuite suite = read(report(Expect.WORKS));

        assertThat(suite.getName()).isEqualTo("check");
        assertThat(suite.getPackageName()).isEqualTo("wec7emu");
        assertThat(suite.getNumberOfTests()).isEqualTo(2);
        assertThat(suite.getNumberOfFailures()).isEqualTo(1);
        ReportTestCase failed = suite.getTestCases().get(0);
        assertThat(failed.hasFailure()).isTrue();
        assertThat(failed.getName()).isEqualTo(CommandLineRun.V604H + ", ftp-ready, direct");
        assertThat(failed.getFailureType()).isEqualTo("PASSIVE_BLOCKED");
        assertThat(failed.getFailureMessage())
                .contains("PASSIVE_BLOCKED", "dropped the client's connect to port 49152");
        assertThat(failed.getFailureDetail()).contains("Remedy: use active mode");
        assertThat(suite.getTestCases().get(1).isSuccessful()).isTrue();
    }

    @Test
    void surefires_reader_finds_what_was_left_out() throws Exception {
        CheckReport stopped =
                new CheckReport(Checked.CLIENT, Expect.WORKS, List.of(Checked.working()), List.of("LATER", "LAST"));

        ReportTestSuite suite = read(stopped);

        assertThat(suite.getNumberOfTests()).isEqualTo(3);
        assertThat(suite.getNumberOfSkipped()).isEqualTo(2);
        assertThat(suite.getTestCases().get(2).getName()).isEqualTo("LAST");
        assertThat(suite.getTestCases().get(2).hasSkipped()).isTrue();
    }

    private ReportTestSuite read(CheckReport report) throws Exception {
        Files.writeString(folder.resolve("TEST-junit.xml"), xml(report));
        List<File> folders = List.of(folder.toFile());
        return new SurefireReportParser(folders, new NullConsoleLogger())
                .parseXMLReportFiles()
                .get(0);
    }
}
