package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.device.Device;

/** README's section on measuring a device shows what is really printed. */
class ReadmeProbeTests {
    private static final String BEGINNING = "./wec7emu probe ftp://127.0.0.1:2121";

    @TempDir
    Path home;

    @Test
    @Timeout(180)
    void a_device_is_measured_as_shown_and_the_profile_is_valid() throws Exception {
        Readme.Example example = Readme.example(BEGINNING);
        String program = Readme.program(home);
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            String command = example.command()
                    .replaceFirst("^\\./wec7emu", program)
                    .replace(":2121", ":" + device.port())
                    .replace("2100", Integer.toString(device.ports().offset()));
            ClientRun run = ClientRun.of(
                    Invocation.of("sh", "-c", command + " 2>/dev/null && " + program + " validate ours.yaml >&2"),
                    home);

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(masked(run.output().lines().toList()))
                    .startsWith(masked(example.output()).toArray(String[]::new));
            assertThat(Files.readString(home.resolve("ours.transcript.txt")))
                    .contains("< 220 Service ready for new user.");
        }
    }

    /** Without what depends on which ports other tests have at the moment. */
    private static List<String> masked(List<String> lines) {
        List<String> masked = new ArrayList<>();
        for (String line : lines) {
            masked.add(line.replaceAll("from \\d{5} to \\d{5}, .*", "from {port} to {port}")
                    .replaceAll("\\(127,0,0,1,\\d+,\\d+\\)", "(127,0,0,1,{p1,p2})"));
        }
        return masked;
    }
}
