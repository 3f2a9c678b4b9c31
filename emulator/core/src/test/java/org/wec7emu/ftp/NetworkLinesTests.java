package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines as RFC 959 sends them; R and L stand for carriage return and line feed. */
class NetworkLinesTests {
    private static String sent(String text) throws IOException {
        byte[] bytes = text.replace('R', '\r').replace('L', '\n').getBytes(StandardCharsets.ISO_8859_1);
        try (NetworkLines lines = new NetworkLines(new ByteArrayInputStream(bytes))) {
            return new String(lines.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace('\r', 'R')
                    .replace('\n', 'L');
        }
    }

    @ParameterizedTest(name = "{0} is sent as {1}")
    @CsvSource({
        "'', ''",
        "a, a",
        "aL, aRL",
        "aRL, aRL",
        "L, RL",
        "LL, RLRL",
        "RLL, RLRL",
        "R, R",
        "aRb, aRb",
        "RRL, RRL"
    })
    void getAReturnBeforeEachLineFeed(String text, String sent) throws IOException {
        assertThat(sent(text)).isEqualTo(sent);
    }

    @Test
    void whateverTheLength() throws IOException {
        assertThat(sent("abcL".repeat(100_000))).isEqualTo("abcRL".repeat(100_000));
    }
}
