package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a file was written, as FAT can say it. */
class FatTimeTests {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:15:58.000Z, 2026-11-24T07:15:58Z",
        "2026-11-24T07:15:58.999Z, 2026-11-24T07:15:58Z",
        "2026-11-24T07:15:59.999Z, 2026-11-24T07:15:58Z",
        "2026-11-24T07:16:00.000Z, 2026-11-24T07:16:00Z",
        "1969-12-31T23:59:59.000Z, 1980-01-01T00:00:00Z",
        "1980-01-01T00:00:01.000Z, 1980-01-01T00:00:00Z",
        "2107-12-31T23:59:59.999Z, 2107-12-31T23:59:58Z",
        "2200-01-01T00:00:00.000Z, 2107-12-31T23:59:58Z"
    })
    void isTheLastOfEveryTwoSeconds(String time, String expected) {
        assertThat(FatTime.of(Instant.parse(time), ZoneId.of("UTC"))).isEqualTo(Instant.parse(expected));
    }

    @Test
    void beginsAndEndsByTheDevicesOwnClock() {
        ZoneId west = ZoneId.of("America/New_York");

        assertThat(FatTime.of(Instant.EPOCH, west)).isEqualTo(Instant.parse("1980-01-01T05:00:00Z"));
    }

    @Test
    void isWhatAListingSays() throws IOException {
        Path file = Files.createFile(root.resolve("a.txt"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-24T07:15:59.7Z")));

        assertThat(Storages.area(root).list(VirtualPath.ROOT).get(0).modified())
                .isEqualTo(Instant.parse("2026-11-24T07:15:58Z"));
    }
}
