package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    private final List<MatrixRow> rows = Stream.of(CommandRows.all(), LibraryRows.all())
            .flatMap(List::stream)
            .toList();
    private final Map<Run, MatrixResult> results = new LinkedHashMap<>();

    @TempDir
    Path home;

    private record Run(MatrixRow row, Image image) {}

    @BeforeAll
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void runAll(@TempDir Path homes) throws Exception {
        ClientProgram.all().forEach(ClientProgram::assumeInstalled);
        BasicFtp.installed();
        Map<Run, Callable<MatrixResult>> work = new LinkedHashMap<>();
        for (MatrixRow row : rows) {
            for (Image image : Image.values()) {
                Path own = Files.createTempDirectory(homes, "home");
                work.put(new Run(row, image), () -> MatrixResult.of(row, image, own));
            }
        }
        results.putAll(SideBySide.run(work, AT_A_TIME));
    }

    private MatrixResult result(MatrixRow row, Image image) {
        MatrixResult result = results.get(new Run(row, image));
        assertThat(result).as(row + ", " + image).isNotNull();
        return result;
    }

    @Test
    void readmeShowsTheMatrixOfThisRun() throws IOException, InterruptedException {
        List<String> table = new ArrayList<>();
        table.add("| client | options | v604h | seconds | before v604h | seconds |");
        table.add("|---|---|---|---|---|---|");
        for (MatrixRow client : rows) {
            MatrixResult now = result(client, Image.V604H);
            MatrixResult before = result(client, Image.BASELINE);
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
        assertThat(rows).allSatisfy(row -> assertThat(result(row, Image.V604H).words())
                .doesNotMatch("works \\(.*(PASV|EPSV).*"));
    }

    @Test
    void whateverIsBlockedOnV604hWorksBefore() {
        assertThat(rows)
                .filteredOn(row -> result(row, Image.V604H).words().startsWith("blocked"))
                .filteredOn(row -> row.client() != ClientProgram.RCLONE)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(result(row, Image.BASELINE).words()).startsWith("works ("));
    }

    /** Its parser of listings knows the clock of Windows alone, with AM and PM. */
    @Test
    void rcloneFindsNoFileOnAnyImage() {
        assertThat(rows)
                .filteredOn(row -> row.client() == ClientProgram.RCLONE)
                .singleElement()
                .satisfies(row -> {
                    assertThat(result(row, Image.V604H).words()).startsWith("blocked (EPSV");
                    assertThat(result(row, Image.BASELINE).words())
                            .startsWith("fails (EPSV")
                            .endsWith("`directory not found`");
                });
    }

    @Test
    void clientsWithoutActiveModeFailAsOnTheDevice() {
        assertThat(rows)
                .filteredOn(row ->
                        Set.of(ClientProgram.BASIC_FTP, ClientProgram.BUSYBOX).contains(row.client()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(result(row, Image.V604H).words()).startsWith("blocked (EPSV"));
    }
}
