package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** What README shows is what happens; only times, ports and temporary names may differ. */
class ReadmeTests {
    private static final Pattern CONTROL_PORT = Pattern.compile("the device's 21 is (\\d+) here, its 20 is (\\d+)");

    @TempDir
    Path home;

    @Test
    void the_catalogue_prints_as_shown() throws Exception {
        try (Launcher images = Launcher.start(List.of("images"))) {
            assertThat(images.linesToEnd())
                    .isEqualTo(Readme.example("./wec7emu images").output());
        }
    }

    @Test
    void a_device_starts_and_answers_curl_as_shown() throws Exception {
        DeviceUnderTest.enforcer(EnforcementLevel.SOCKET);
        RealClient.CURL.assumeInstalled();
        Files.writeString(home.resolve("hello.txt"), "hello\n");
        Readme.Example run = Readme.example("./wec7emu run");
        List<String> arguments = new ArrayList<>(List.of(run.command().split(" ")));
        arguments.remove(0);
        Stream.of("--port-offset", "any").forEach(arguments::add);
        try (Launcher device = Launcher.start(arguments)) {
            List<String> banner = device.linesUpTo("Ctrl-C ends it."::equals);
            Ports ports = Ports.of(banner);
            assertThat(masked(banner, ports)).isEqualTo(masked(run.output(), Ports.SHOWN));

            for (String beginning :
                    List.of("curl -sS --ftp-port - -T", "curl -sS --ftp-port - ftp", "curl -sS -m 5 ftp")) {
                Readme.Example curl = Readme.example(beginning);
                assertThat(masked(outputOf(curl.command(), ports), ports))
                        .isEqualTo(masked(curl.output(), Ports.SHOWN));
            }
            List<String> shown = Readme.textBlock();
            List<String> printed = device.linesUpTo(line -> line.contains("[3] closed"));
            assertThat(masked(printed.subList(printed.size() - shown.size(), printed.size()), ports))
                    .isEqualTo(masked(shown, Ports.SHOWN));
        }
    }

    private List<String> outputOf(String command, Ports ports) throws Exception {
        String here = command.replace(":" + Ports.SHOWN.control() + "/", ":" + ports.control() + "/");
        return ClientRun.of(new Invocation(List.of(here.split(" ")), ""), home)
                .output()
                .lines()
                .toList();
    }

    private static List<String> masked(List<String> lines, Ports ports) {
        return lines.stream().map(line -> masked(line, ports)).toList();
    }

    private static String masked(String line, Ports ports) {
        return line.replace(Integer.toString(ports.control()), "{control port}")
                .replace(Integer.toString(ports.data()), "{data port}")
                .replaceAll("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "{time}")
                .replaceAll("^\\d\\d-\\d\\d-\\d\\d  \\d\\d:\\d\\d", "{date and time}")
                .replaceAll("/\\S+/wec7emu-[^/]+/", "/{temporary}/")
                .replaceAll("client 127\\.0\\.0\\.1:\\d+", "client 127.0.0.1:{port}")
                .replaceAll("ports are \\d+ higher here", "ports are {some} higher here")
                .replaceAll("after \\d+ milliseconds", "after {some} milliseconds")
                .replaceAll("(port |\\|\\|\\|)(49|5\\d|6\\d)\\d{3}", "$1{passive port}");
    }

    /** The ports of this machine that stand for 21 and 20. */
    private record Ports(int control, int data) {
        static final Ports SHOWN = new Ports(2121, 2120);

        static Ports of(List<String> banner) {
            for (String line : banner) {
                Matcher ports = CONTROL_PORT.matcher(line);
                if (ports.find()) {
                    return new Ports(Integer.parseInt(ports.group(1)), Integer.parseInt(ports.group(2)));
                }
            }
            throw new AssertionError("the banner doesn't tell the ports: " + banner);
        }
    }
}
