package org.wec7emu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.JournalReader.Saved;

/** Events out of lines of JSON. */
class JournalReaderTests {
    private static final String COMMAND = JournalFile.line(SampleEvents.command(1));

    static List<DeviceEvent> everyKind() {
        return SampleEvents.ofEveryKind();
    }

    private static Saved read(String text) throws IOException, JournalException {
        return JournalReader.read(new StringReader(text), "j.jsonl");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyEventComesBackAsItWas(DeviceEvent event) throws Exception {
        assertThat(read(JournalFile.line(event) + "\n").events()).containsExactly(event);
    }

    @Test
    void aWholeFileComesBackInOrder(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("j.jsonl");
        try (JournalFile journal = new JournalFile(Files.newBufferedWriter(file))) {
            everyKind().forEach(journal);
        }

        assertThat(JournalReader.read(file)).isEqualTo(new Saved(everyKind(), false));
    }

    @Test
    void aCountThatNobodyKnewStaysUnknown() throws Exception {
        DeviceEvent uncounted =
                new DataConnectionDropped(SampleEvents.NOON, 1, 49152, OptionalLong.empty(), "rule1", "because");

        assertThat(read(JournalFile.line(uncounted)).events()).containsExactly(uncounted);
    }

    @Test
    void noNanosecondOfADurationIsLost() throws Exception {
        DeviceEvent odd = new DataConnectionTimedOut(
                SampleEvents.NOON, 1, TransferMode.ACTIVE, 4243, Duration.ofSeconds(86_399, 123_456_789));

        assertThat(read(JournalFile.line(odd)).events()).containsExactly(odd);
    }

    @Test
    void aLastLineThatBreaksOffIsLeftOutWhereverItDoes(@TempDir Path folder) throws Exception {
        DeviceEvent event = everyKind().get(10);
        byte[] line = JournalFile.line(event).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("j.jsonl");
        for (int length = 1; length < line.length; length++) {
            byte[] whole = (COMMAND + "\n" + " ".repeat(length)).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(line, 0, whole, whole.length - length, length);
            Files.write(file, whole);

            assertThat(JournalReader.read(file)).isEqualTo(new Saved(List.of(SampleEvents.command(1)), true));
        }
    }

    @Test
    void anEmptyFileHasNoEvents() throws Exception {
        assertThat(read("")).isEqualTo(new Saved(List.of(), false));
    }

    @Test
    void emptyLinesAndWindowsLineEndsDoNoHarm() throws Exception {
        assertThat(read(COMMAND + "\r\n\r\n" + COMMAND + "\r\n").events()).hasSize(2);
    }

    @Test
    void whatALaterVersionAddsToAnEventIsLeftOut() throws Exception {
        String later = COMMAND.replace("{", "{\"later\":{\"a\":[1]},");

        assertThat(read(later).events()).containsExactly(SampleEvents.command(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "hello|no JSON from column ",
                "[1]|this is no JSON object",
                "{} {}|something follows the JSON object",
                "{}|'event' is missing",
                "{\"event\":\"Eclipse\"}|there is no event 'Eclipse'",
                "{\"event\":\"ReplySent\"}|'at' is missing",
                "{\"event\":\"ReplySent\",\"at\":\"noon\"}|'at' is no time as in 2026-11-24T09:00:00.125Z: noon",
            })
    void aLineThatIsNoEventIsNamedWithItsPlace(String line, String expected) {
        assertThatThrownBy(() -> read(COMMAND + "\n" + line + "\n" + COMMAND))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("j.jsonl:2: " + expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "\"session\":7|\"session\":1.5|'session' is no whole number: 1.5",
                "\"code\":226|\"code\":3000000000|'code' is out of range: 3000000000",
                "\"bytes\":5000000000|\"bytes\":[]|'bytes' is missing",
                "\"took\":1.5|\"took\":-1|'took' is no number of seconds: -1",
                "\"took\":1.5|\"took\":\"long\"|'took' is no number of seconds: long",
                "\"firewallOn\":true|\"firewallOn\":1|'firewallOn' is neither true nor false: 1",
                "\"content\":\"UPLOAD\"|\"content\":\"PARTY\"|'content' can't be PARTY; it is one of [UPLOAD, DOWNLOAD, LIS",
            })
    void aValueThatCannotBeIsNamed(String good, String bad, String expected) {
        String line = everyKind().stream()
                .map(JournalFile::line)
                .filter(text -> text.contains(good))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> read(line.replace(good, bad) + "\n"))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("j.jsonl:1: " + expected);
    }

    @Test
    void aSingleBrokenLineIsNoJournal() {
        assertThatThrownBy(() -> read("{\"event\":")).isInstanceOf(JournalException.class);
    }

    @Test
    void anEndlessLineIsNoJournal() {
        assertThatThrownBy(() -> read("x".repeat(JournalReader.LONGEST_LINE + 1)))
                .hasMessage("j.jsonl:1: a line longer than any of a journal");
    }
}
