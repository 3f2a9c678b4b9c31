package org.wec7emu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.report.HtmlBlock.Cell;
import org.wec7emu.report.HtmlBlock.Heading;
import org.wec7emu.report.HtmlBlock.Paragraph;
import org.wec7emu.report.HtmlBlock.Preformatted;
import org.wec7emu.report.HtmlBlock.Table;
import org.wec7emu.report.HtmlBlock.Tone;
import org.xml.sax.InputSource;

/** The page. */
class HtmlPageTests {
    static List<List<DeviceEvent>> journals() {
        return SampleJournals.all();
    }

    /** A page of ours is XML as well, which no broken or foreign markup would be. */
    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList nodes = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document page(List<DeviceEvent> events) throws Exception {
        return parsed(HtmlPage.of("Report of j.jsonl", List.of(), Ladders.of(events)));
    }

    @ParameterizedTest
    @MethodSource("journals")
    void needsNoScriptAndNoOtherFile(List<DeviceEvent> events) throws Exception {
        Document page = page(events);

        for (String foreign : List.of("script", "link", "img", "iframe", "object", "image", "use", "foreignObject")) {
            assertThat(elements(page, foreign)).as(foreign).isEmpty();
        }
        for (Element any : elements(page, "*")) {
            assertThat(any.hasAttribute("src")).isFalse();
            assertThat(any.getAttribute("href")).matches("|#.*");
            assertThat(any.hasAttribute("onclick")).isFalse();
        }
        assertThat(elements(page, "style").get(0).getTextContent()).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("journals")
    void everyLinkLeadsSomewhereAndNoIdIsThereTwice(List<DeviceEvent> events) throws Exception {
        Document page = page(events);
        Set<String> ids = new HashSet<>();
        for (Element any : elements(page, "*")) {
            if (any.hasAttribute("id")) {
                assertThat(ids.add(any.getAttribute("id"))).isTrue();
            }
        }

        assertThat(elements(page, "a")).isNotEmpty().allSatisfy(link -> assertThat(ids)
                .contains(link.getAttribute("href").substring(1)));
    }

    @ParameterizedTest
    @MethodSource("journals")
    void everyDrawingSpeaksToWhoCannotSeeIt(List<DeviceEvent> events) throws Exception {
        Document page = page(events);

        assertThat(elements(page, "svg")).isNotEmpty().allSatisfy(drawing -> {
            boolean speaks = drawing.getAttribute("role").equals("img")
                    && drawing.getElementsByTagName("title").getLength() == 1
                    && drawing.getElementsByTagName("desc").getLength() == 1;
            assertThat(speaks || drawing.getAttribute("aria-hidden").equals("true"))
                    .isTrue();
        });
    }

    @Test
    void theDescriptionSaysWhatWasDroppedAndWhy() throws Exception {
        assertThat(elements(page(SampleJournals.passive()), "desc").get(0).getTextContent())
                .contains("After 1.250 seconds: N+1 connects to port 49152, 3 times: DROPPED by the firewall: no rule");
    }

    @Test
    void theTextOfTheLadderStandsBesideIt() throws Exception {
        Ladder ladder = Ladders.of(SampleJournals.passive()).get(0);

        assertThat(elements(page(SampleJournals.passive()), "pre").get(0).getTextContent())
                .isEqualTo(LadderText.of(ladder));
    }

    @Test
    void whateverStrangersWriteStaysText() throws Exception {
        String bad = SampleJournals.HOSTILE;
        Cell cell = new Cell(bad, Tone.BAD, "t");
        String page = HtmlPage.of(
                bad,
                List.of(
                        new Heading(bad, "t"),
                        new Paragraph(bad),
                        new Preformatted(bad),
                        new Table(bad, List.of(bad), List.of(List.of(cell, cell)))),
                Ladders.of(SampleJournals.hostile()));

        assertThat(elements(parsed(page), "script")).isEmpty();
        assertThat(page).doesNotContain("<script", "\u001B", "\u202E");
        assertThat(elements(parsed(page), "h1").get(0).getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void whatIsPutBeforeTheLaddersComesFirst() {
        String page =
                HtmlPage.of("Check", List.of(new Heading("Verdicts", "verdicts")), Ladders.of(SampleJournals.active()));

        assertThat(page.indexOf("id=\"verdicts\"")).isBetween(0, page.indexOf("id=\"ladder-1\""));
    }

    @Test
    void withoutAnyClientThePageSaysSo() throws Exception {
        assertThat(elements(page(List.of()), "p").get(0).getTextContent()).startsWith("No client came");
    }
}
