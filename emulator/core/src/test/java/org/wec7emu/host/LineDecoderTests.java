package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilter.NextFilter;
import org.apache.mina.core.session.DummySession;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes of a control connection become lines. R and L stand for carriage return and line feed, a comma ends a line. */
class LineDecoderTests {
    private static final int LONGEST = 65_536;

    private final LineDecoder decoder = new LineDecoder();
    private final IoSession session = new DummySession();
    private final List<String> lines = new ArrayList<>();

    private final ProtocolDecoderOutput taken = new ProtocolDecoderOutput() {
        @Override
        public void write(Object line) {
            lines.add(line.toString());
        }

        @Override
        public void flush(NextFilter next, IoSession session) {
            // nothing is held back
        }
    };

    private void arrive(String bytes) {
        decoder.decode(session, IoBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), taken);
    }

    private static String bytes(String text) {
        return text.replace('R', '\r').replace('L', '\n');
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "aRL      | a",
                "aL       | a",
                "aRLbRL   | a,b",
                "aLbL     | a,b",
                "aRbL     | aRb",
                "aRRL     | aR",
                "RL       | ''",
                "RaRL     | Ra",
                "aRL b    | a",
            })
    void endWithALineFeed(String arriving, String expected) {
        arrive(bytes(arriving));

        assertThat(lines).containsExactly(bytes(expected).split(",", -1));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {"aRL | a", "aLbRL | aLb", "LRL | L", "aRRL | aR", "aRLbLcRL | a,bLc"})
    void needAReturnWhereThatWasAskedFor(String arriving, String expected) {
        LineDecoder.needReturn(session);
        arrive(bytes(arriving));

        assertThat(lines).containsExactly(bytes(expected).split(",", -1));
    }

    @Test
    void theyAreTheSameHoweverTheyArrive() {
        Random random = new Random(11);
        for (int attempt = 0; attempt < 2_000; attempt++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append("aR\u00ffL".charAt(random.nextInt(4)));
            }
            String all = bytes(text + "RL");
            lines.clear();
            arrive(all);
            List<String> whole = List.copyOf(lines);
            lines.clear();
            int cut = random.nextInt(all.length());
            arrive(all.substring(0, cut));
            arrive(all.substring(cut));

            assertThat(lines).as(text.toString()).isEqualTo(whole);
        }
    }

    @Test
    void ofALineWithoutEndNoMoreIsKeptThanTellsThatItIsTooLong() {
        for (int i = 0; i < 100; i++) {
            arrive("a".repeat(LONGEST));
        }
        arrive("\r\nb\r\n");

        assertThat(lines).hasSize(2).last().isEqualTo("b");
        assertThat(lines.get(0)).hasSize(LONGEST + 1);
    }
}
