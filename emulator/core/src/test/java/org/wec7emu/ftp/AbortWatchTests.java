package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds ABOR among the bytes of a control connection. */
class AbortWatchTests {
    private static int aborts(String... parts) {
        AtomicInteger aborts = new AtomicInteger();
        AbortWatch watch = new AbortWatch(aborts::incrementAndGet);
        for (String part : parts) {
            watch.arrived(part.getBytes(StandardCharsets.ISO_8859_1));
        }
        return aborts.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABOR\r\n",
                "abor\r\n",
                "ABOR\n",
                " ABOR \r\n",
                "\u00ff\u00f4\u00ff\u00f2ABOR\r\n",
                "\u00ff\u00f4\u00ffABOR\r\n",
                "PWD\r\nABOR\r\n"
            })
    void isFound(String bytes) {
        assertThat(aborts(bytes)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ABOR", "ABORT\r\n", "XABOR\r\n", "STOR ABOR\r\n", "\r\n", "A\r\nBOR\r\n", "RETR a ABOR\r\n"})
    void isNotFoundInOtherThings(String bytes) {
        assertThat(aborts(bytes)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void comesInPieces(int size) {
        String[] pieces = "\u00ff\u00f4\u00ff\u00f2ABOR\r\n".split("(?<=\\G.{" + size + "})");

        assertThat(aborts(pieces)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100_000})
    void aLongLineCostsNothingAndHidesNothing(int length) {
        assertThat(aborts("A".repeat(length) + "ABOR\r\n")).isZero();
        assertThat(aborts("A".repeat(length) + "\r\n", "ABOR\r\n")).isEqualTo(1);
    }
}
