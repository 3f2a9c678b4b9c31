package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of clients in use and the two images: what works, what falls back, what is blocked and how it says so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientMatrixTests {
    /** Most of them wait. */
    private static final int AT_A_TIME = 6;

    private final Map<MatrixRow, Map<Image, MatrixResult>> results = new LinkedHashMap<>();

    @TempDir
    Path home;

    @BeforeAll
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void runAll(@TempDir Path homes) throws Exception {
        ClientProgram.all().forEach(ClientProgram::assumeInstalled);
        BasicFtp.installed();
        ExecutorService clients = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            Map<MatrixRow, Map<Image, Future<MatrixResult>>> running = new LinkedHashMap<>();
            for (MatrixRow row : rows()) {
                for (Image image : Image.values()) {
                    Path own = Files.createTempDirectory(homes, "home");
                    running.computeIfAbsent(row, absent -> new EnumMap<>(Image.class))
                            .put(image, clients.submit(() -> MatrixResult.of(row, image, own)));
                }
            }
            for (Map.Entry<MatrixRow, Map<Image, Future<MatrixResult>>> row : running.entrySet()) {
                Map<Image, MatrixResult> done = new EnumMap<>(Image.class);
                for (Map.Entry<Image, Future<MatrixResult>> cell :
                        row.getValue().entrySet()) {
                    done.put(cell.getKey(), cell.getValue().get());
                }
                results.put(row.getKey(), done);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<MatrixRow> rows() {
        List<MatrixRow> rows = new ArrayList<>(CommandRows.all());
        rows.addAll(LibraryRows.all());
        return rows;
    }

    @Test
    void readmeShowsTheMatrixOfThisRun() throws IOException, InterruptedException {
        List<String> table = new ArrayList<>();
        table.add("| client | options | v604h | seconds | before v604h | seconds |");
        table.add("|---|---|---|---|---|---|");
        for (Map.Entry<MatrixRow, Map<Image, MatrixResult>> row : results.entrySet()) {
            MatrixRow client = row.getKey();
            MatrixResult now = row.getValue().get(Image.V604H);
            MatrixResult before = row.getValue().get(Image.BASELINE);
            table.add(String.join(
                    " | ",
                    "| " + client.client() + " " + client.client().version(home),
                    client.options().isEmpty() ? "as it comes" : "`" + client.options() + "`",
                    now.words(),
                    now.seconds(),
                    before.words(),
                    before.seconds() + " |"));
        }
        Readme.assertGenerated(
                "clients",
                table,
                line -> line.replaceAll("(?<=\\| )\\d+\\.\\d(?= \\|)|\\d+\\.\\d(?= s lost)", "{seconds}"));
    }

    @Test
    void noClientWorksInPassiveModeOnV604h() {
        results.forEach((row, images) -> assertThat(images.get(Image.V604H).words())
                .as(row.toString())
                .doesNotMatch("works \\(.*(PASV|EPSV).*"));
    }

    @Test
    void whateverIsBlockedOnV604hWorksBefore() {
        results.forEach((row, images) -> {
            if (images.get(Image.V604H).words().startsWith("blocked")) {
                assertThat(images.get(Image.BASELINE).words())
                        .as(row.toString())
                        .startsWith("works (");
            }
        });
    }

    @Test
    void aClientWithoutActiveModeFailsAsOnTheDevice() {
        results.forEach((row, images) -> {
            if (row.client() == ClientProgram.BASIC_FTP) {
                assertThat(images.get(Image.V604H).words()).startsWith("blocked (EPSV, PASV): `Timeout");
            } else if (row.client() == ClientProgram.BUSYBOX) {
                assertThat(images.get(Image.V604H).words()).startsWith("blocked (");
            }
        });
    }
}
