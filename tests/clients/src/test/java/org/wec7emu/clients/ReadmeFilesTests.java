package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's sections on a user's own devices show what is really printed for the files that they show. */
class ReadmeFilesTests {
    @TempDir
    Path home;

    @Test
    void a_registry_file_becomes_a_profile_as_shown() throws Exception {
        write("plc7.reg", "reg", "rule9");

        Readme.assertPrintsAsShown("./wec7emu import", 0, home);

        assertThat(home.resolve("plc7.yaml")).content().contains("rule9: {allow: tcp, port: 20-21");
    }

    @Test
    void a_file_that_sets_passive_ports_is_refused_as_shown() throws Exception {
        write("passive.reg", "reg", "PassivePortMin");

        Readme.assertPrintsAsShown("./wec7emu run CX8100_WEC7_LF_v604h --reg", 2, home);
    }

    @Test
    void the_profile_shown_is_valid() throws Exception {
        write("bench.yaml", "yaml", "user-list");

        ClientRun run = ClientRun.of(new Invocation(List.of(Readme.program(home), "validate", "bench.yaml"), ""), home);

        assertThat(run.output()).startsWith("bench.yaml: good: image BENCH");
        assertThat(run.exitCode()).isZero();
    }

    private void write(String name, String language, String part) throws Exception {
        Files.write(home.resolve(name), Readme.block(language, part));
    }
}
