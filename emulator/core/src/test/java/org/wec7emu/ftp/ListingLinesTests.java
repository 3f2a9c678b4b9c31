package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.storage.FileArea.Entry;

/**
 * LIST byte by byte. The first three lines are those of real devices: FluentFTP issue 99, pyfilesystem2 issue 438, and the
 * code of pcdshub/pmpsdb_client.
 */
class ListingLinesTests {
    @Test
    void aFileAsARealDeviceListsIt() {
        assertThat(file("EthComConnector.exe", 32768, "2017-05-19T13:03:00Z"))
                .isEqualTo("05-19-17  13:03                32768 EthComConnector.exe\r\n");
    }

    @Test
    void aDirectoryAsARealDeviceListsIt() {
        Entry images = new Entry("images", true, 0, Instant.parse("2018-11-02T14:12:00Z"));

        assertThat(full(images, ZoneOffset.UTC)).isEqualTo("11-02-18  14:12       <DIR>          images\r\n");
    }

    @Test
    void anotherFileAsARealDeviceListsIt() {
        assertThat(file("kfe-motion.json", 16439, "2022-11-04T13:59:00Z"))
                .isEqualTo("11-04-22  13:59                16439 kfe-motion.json\r\n");
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "4294967296", "999999999999"})
    void theNameOfAFileStartsAtColumn37(long size) {
        String line = file("x.bin", size, "2026-01-02T03:04:05Z");

        assertThat(line.indexOf("x.bin")).isEqualTo(37);
        assertThat(line).contains(" " + size + " x.bin");
    }

    @Test
    void aSizeBeyondItsColumnsPushesTheName() {
        assertThat(file("x", Long.MAX_VALUE, "2026-01-02T03:04:05Z")).endsWith("  9223372036854775807 x\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, 01-01-00  00:00",
        "2099-12-31T23:59:59Z, 12-31-99  23:59",
        "1999-12-31T12:00:00Z, 12-31-99  12:00",
        "2100-01-01T00:00:00Z, 01-01-00  00:00",
        "1970-01-01T00:00:00Z, 01-01-70  00:00",
        "2024-02-29T09:05:00Z, 02-29-24  09:05",
    })
    void theYearHasTwoDigitsAndTheHour24(String instant, String expected) {
        assertThat(file("x", 1, instant)).startsWith(expected + "      ");
    }

    @Test
    void timesAreThoseOfTheDevicesZone() {
        Entry entry = new Entry("x", false, 1, Instant.parse("2026-07-01T22:30:00Z"));

        assertThat(full(entry, ZoneId.of("Europe/Berlin"))).startsWith("07-02-26  00:30");
    }

    @Test
    void namesAloneAreOneALine() {
        StringBuilder text = new StringBuilder();

        ListingLines.bare(text, new Entry("a b.txt", false, 1, Instant.EPOCH));

        assertThat(text).hasToString("a b.txt\r\n");
    }

    @Test
    void aTimeIsItsOwnWhateverStandsAbove() {
        ListingTimes times = new ListingTimes(ZoneId.of("Europe/Berlin"));

        assertThat(Stream.of(
                                "2026-03-29T00:59:58Z",
                                "2026-03-29T01:00:00Z",
                                "2026-03-29T01:00:58Z",
                                "2025-03-29T01:00:58Z",
                                "2026-03-29T00:59:58Z")
                        .map(Instant::parse)
                        .map(times::text))
                .containsExactly(
                        "03-29-26  01:59", "03-29-26  03:00", "03-29-26  03:00", "03-29-25  02:00", "03-29-26  01:59");
    }

    private static String full(Entry entry, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        ListingLines.full(text, entry, new ListingTimes(zone));
        return text.toString();
    }

    private static String file(String name, long size, String modified) {
        return full(new Entry(name, false, size, Instant.parse(modified)), ZoneOffset.UTC);
    }
}
