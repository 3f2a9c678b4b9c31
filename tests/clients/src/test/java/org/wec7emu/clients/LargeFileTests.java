package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.TransferMode;

/** 100 MiB arrive as they were sent. */
class LargeFileTests {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MEBIBYTES = 100;

    @TempDir
    Path home;

    @Test
    void curlUploads100MiBUnchanged() throws Exception {
        Path local = made(home.resolve("large.bin"));
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            run(new Errand.Upload(local, "/large.bin"), device);
            assertThat(sha256(device.ftpRoot().resolve("large.bin"))).isEqualTo(sha256(local));
        }
    }

    @Test
    void curlDownloads100MiBUnchanged() throws Exception {
        Path local = home.resolve("large.bin");
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            Path remote = made(device.ftpRoot().resolve("large.bin"));
            run(new Errand.Download("/large.bin", local), device);
            assertThat(sha256(local)).isEqualTo(sha256(remote));
        }
    }

    private void run(Errand errand, Device device) throws Exception {
        ClientRun run = ClientRun.of(RealClient.CURL, errand, TransferMode.ACTIVE, Target.of(device), home);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(device.journal().events(TransferCompleted.class))
                .extracting(TransferCompleted::bytes)
                .containsExactly((long) MEBIBYTES * MEBIBYTE);
    }

    private static Path made(Path file) throws IOException {
        Random random = new Random(604);
        byte[] bytes = new byte[MEBIBYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < MEBIBYTES; i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
        return file;
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
