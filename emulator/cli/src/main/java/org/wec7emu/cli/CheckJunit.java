package org.wec7emu.cli;

import java.io.Writer;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.wec7emu.check.client.CheckedClient;

/**
 * What came of a client, as CI servers read test results: a test case an image. Source of the form: Maven Surefire's
 * surefire-test-report.xsd.
 */
final class CheckJunit {
    private static final String SUITE = "wec7emu.check";
    private static final double MILLIS = 1000.0;

    private final XMLStreamWriter xml;

    private CheckJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(CheckReport report, Writer to) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
            new CheckJunit(xml).suite(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no XML for the report", e);
        }
    }

    private void suite(CheckReport report) throws XMLStreamException {
        long failures =
                report.checks().stream().filter(check -> !report.isGood(check)).count();
        Duration all = report.checks().stream().map(CheckedClient::took).reduce(Duration.ZERO, Duration::plus);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("time", seconds(all));
        xml.writeAttribute(
                "tests",
                Integer.toString(report.checks().size() + report.unchecked().size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", Integer.toString(report.unchecked().size()));
        xml.writeAttribute("failures", Long.toString(failures));
        for (CheckedClient check : report.checks()) {
            testCase(report, check);
        }
        for (String image : report.unchecked()) {
            skipped(image);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void testCase(CheckReport report, CheckedClient check) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", CheckWords.clean(check.image() + ", " + check.state() + ", " + check.path()));
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("time", seconds(check.took()));
        if (!report.isGood(check)) {
            String verdict = check.diagnosis().verdict() + report.surprise(check);
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message",
                    CheckWords.clean(verdict + ": " + check.diagnosis().cause()));
            xml.writeAttribute("type", check.diagnosis().verdict().name());
            xml.writeCharacters(CheckWords.clean(CheckWords.client(check) + "\n" + CheckWords.end(check)
                    + "\nCause: " + check.diagnosis().cause() + "\nRemedy: "
                    + check.hint().text()));
            xml.writeEndElement();
        }
        xml.writeStartElement("system-out");
        xml.writeCharacters(String.join("\n", CheckWords.output(check)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void skipped(String image) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", CheckWords.clean(image));
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("time", seconds(Duration.ZERO));
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", CheckWords.UNCHECKED);
        xml.writeEndElement();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS);
    }
}
