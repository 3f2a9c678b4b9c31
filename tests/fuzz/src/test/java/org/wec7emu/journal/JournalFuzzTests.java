package org.wec7emu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.wec7emu.journal.JournalReader.Saved;
import org.wec7emu.report.HtmlPage;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;

/** Whatever a journal's file holds: the line that is none, or events, that can be written, read again and shown. */
class JournalFuzzTests {
    @FuzzTest
    void anyFile(byte[] bytes) throws IOException, JournalException {
        Saved saved;
        try {
            saved = JournalReader.read(new StringReader(new String(bytes, StandardCharsets.UTF_8)), "fuzz.jsonl");
        } catch (JournalException e) {
            assertThat(e.getMessage()).startsWith("fuzz.jsonl:");
            return;
        }
        String written = saved.events().stream().map(JournalFile::line).collect(Collectors.joining("\n"));
        assertThat(JournalReader.read(new StringReader(written), "again.jsonl").events())
                .isEqualTo(saved.events());
        isShown(Ladders.of(saved.events()));
    }

    /** With no sign that a terminal or a browser would obey. */
    private static void isShown(List<Ladder> ladders) {
        for (Ladder ladder : ladders) {
            assertThat(LadderText.of(ladder).chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
        }
        assertThat(HtmlPage.of("a journal", List.of(), ladders)).doesNotContain("<script", "javascript:");
    }
}
