package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.profile.ProfileCatalog;

/** The file of {@code --journal}. */
class JournalOptionTests {
    @Test
    void anOlderJournalOutlivesAStartThatFails(@TempDir Path folder) throws Exception {
        Path journal = Files.writeString(folder.resolve("journal.jsonl"), "of yesterday\n");
        StringWriter err = new StringWriter();
        try (Device inTheWay = Device.builder(ProfileCatalog.bundled().find("CX8100_WEC7_LF_pre"))
                .portOffset(PortOffset.ANY_FREE)
                .start()) {
            int exitCode = Main.run(
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    "run",
                    "CX8100_WEC7_LF_v604h",
                    "--port-offset",
                    Integer.toString(inTheWay.ports().offset()),
                    "--journal",
                    journal.toString());

            assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("is in use");
        }
        assertThat(journal).hasContent("of yesterday");
    }
}
