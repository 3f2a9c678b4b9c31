package org.wec7emu.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/faults.md} and the faults there are. */
class FaultPageTests {
    private static final Path PAGE = Path.of("../../docs/faults.md");

    private static List<MatchResult> found(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .toList();
    }

    @Test
    void tellsOfEachFaultInItsOrderAndOfNoOther() throws Exception {
        assertThat(found("^### (\\S+)$"))
                .extracting(match -> match.group(1))
                .containsExactlyElementsOf(List.of(FaultKind.values()).stream()
                        .map(FaultKind::label)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void showsHowItIsWrittenAndWhatItRestsOn(FaultKind kind) throws Exception {
        String page = Files.readString(PAGE);
        int start = page.indexOf("### " + kind.label() + "\n");
        String section = page.substring(start, page.indexOf("\n#", start + 1));

        MatchResult example = Pattern.compile("^`([^`]+)`: ", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .findFirst()
                .orElseThrow();
        assertThat(FaultText.parse(example.group(1)).fault().kind()).isEqualTo(kind);
        assertThat(section).contains("- **Client**: ", "- **Rests on**: ");
    }

    @Test
    void whatItTypesCanBeTyped() throws Exception {
        assertThat(found("(?:--fault|^fault) (\\S+)")).hasSizeGreaterThan(2).allSatisfy(match -> assertThat(
                        FaultText.parse(match.group(1)).fault())
                .isNotNull());
    }
}
