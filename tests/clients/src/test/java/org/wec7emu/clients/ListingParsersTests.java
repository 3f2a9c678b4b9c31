package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPClientConfig;
import org.apache.commons.net.ftp.FTPFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.Device;

/**
 * What clients that take LIST apart make of the device's lines. They have a 24-hour clock, where Windows has AM and PM; which
 * has broken strict parsers on real devices: https://github.com/PyFilesystem/pyfilesystem2/issues/438.
 */
class ListingParsersTests {
    private static final LocalDateTime AFTERNOON = LocalDateTime.of(2022, 11, 4, 13, 58, 46);
    private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2018, 11, 2, 0, 0);
    private static final long BEYOND_AN_INT = 3_000_000_000L;

    private Device device;
    private FTPClient client;

    @BeforeEach
    void start() throws IOException {
        device = DeviceUnderTest.of(Image.V604H).start();
        file("kfe motion.json", 16_439, AFTERNOON);
        file("big.bin", BEYOND_AN_INT, MIDNIGHT);
        Files.createDirectory(device.ftpRoot().resolve("images"));
        client = new FTPClient();
        client.setConnectTimeout(10_000);
        client.setDefaultTimeout(10_000);
        client.connect(device.host(), device.port());
        assertThat(client.login(device.user(), device.password())).isTrue();
    }

    @AfterEach
    void stop() throws IOException {
        client.disconnect();
        device.close();
    }

    private void file(String name, long size, LocalDateTime modified) throws IOException {
        Path path = device.ftpRoot().resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(size);
        }
        Instant instant = modified.atZone(ZoneId.systemDefault()).toInstant();
        Files.setLastModifiedTime(path, FileTime.from(instant));
    }

    /** As FluentFTP does: FEAT, which the device hasn't got, then SYST to choose the parser, then LIST. */
    @Test
    void aClientThatChoosesByFeatAndSystReadsAll() throws IOException {
        assertThat(client.features()).isFalse();
        assertThat(client.getSystemType()).startsWith("Windows_CE");

        assertThatAllIsRead(client.listFiles());
    }

    @Test
    void theParserForWindowsNtReadsAll() throws IOException {
        client.configure(new FTPClientConfig(FTPClientConfig.SYST_NT));

        assertThatAllIsRead(client.listFiles());
    }

    /** Its hours of a clock without AM and PM go from 1 to 24. */
    @Test
    void theParserForWindowsNtReadsNoTimeInTheHourAfterMidnight() throws IOException {
        assertThat(client.listFiles())
                .filteredOn(file -> file.getName().equals("big.bin"))
                .extracting(FTPFile::getTimestampInstant)
                .containsOnlyNulls();
    }

    @Test
    void aParserThatWantsAmOrPmReadsNoTime() throws IOException {
        DateTimeFormatter windows = DateTimeFormatter.ofPattern("MM-dd-yy  hh:mma", Locale.ROOT);
        DateTimeFormatter device = DateTimeFormatter.ofPattern("MM-dd-yy  HH:mm", Locale.ROOT);

        for (FTPFile file : client.listFiles()) {
            String time = file.getRawListing().substring(0, "MM-DD-YY  HH:MM".length());
            assertThatThrownBy(() -> windows.parse(file.getRawListing().substring(0, time.length() + 2)))
                    .isInstanceOf(DateTimeParseException.class);
            assertThat(device.parse(time)).isNotNull();
        }
    }

    @Test
    void theParserForUnixReadsNothing() throws IOException {
        client.configure(new FTPClientConfig(FTPClientConfig.SYST_UNIX));

        assertThat(client.listFiles()).isEmpty();
    }

    @Test
    void machineReadableListingsAreNotThere() throws IOException {
        assertThat(client.mlistDir()).isEmpty();
        assertThat(client.getReplyCode()).isEqualTo(500);
    }

    private static void assertThatAllIsRead(FTPFile[] files) {
        assertThat(files)
                .extracting(FTPFile::getName, FTPFile::getSize, FTPFile::isDirectory)
                .containsExactlyInAnyOrder(
                        tuple("kfe motion.json", 16_439L, false),
                        tuple("big.bin", BEYOND_AN_INT, false),
                        tuple("images", 0L, true));
        assertThat(files)
                .filteredOn(file -> file.getName().equals("kfe motion.json"))
                .extracting(FTPFile::getTimestampInstant)
                .containsExactly(
                        AFTERNOON.withSecond(0).atZone(ZoneId.systemDefault()).toInstant());
    }
}
