package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's section on a device's own registry shows what is really printed for the files that it shows. */
class ReadmeRegistryTests {
    @TempDir
    Path home;

    @Test
    void a_registry_file_becomes_a_profile_as_shown() throws Exception {
        write("plc7.reg", "rule9");

        assertPrintsAsShown("./wec7emu import", 0);

        assertThat(home.resolve("plc7.yaml")).content().contains("rule9: {allow: tcp, port: 20-21");
    }

    @Test
    void a_file_that_sets_passive_ports_is_refused_as_shown() throws Exception {
        write("passive.reg", "PassivePortMin");

        assertPrintsAsShown("./wec7emu run CX8100_WEC7_LF_v604h --reg", 2);
    }

    private void write(String name, String part) throws Exception {
        Files.write(home.resolve(name), Readme.block("reg", part));
    }

    private void assertPrintsAsShown(String beginning, int exitCode) throws Exception {
        Readme.Example example = Readme.example(beginning);
        String program = Launcher.checkout().resolve("wec7emu").toString();
        List<String> shell = List.of("sh", "-c", example.command().replaceFirst("^\\./wec7emu", program));

        ClientRun run = ClientRun.of(new Invocation(shell, ""), home);

        assertThat(run.output().lines().toList()).isEqualTo(example.output());
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }
}
