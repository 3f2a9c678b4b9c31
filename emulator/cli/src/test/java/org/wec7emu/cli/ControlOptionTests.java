package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** run --control. */
class ControlOptionTests {
    private static final Pattern CONTROL = Pattern.compile("(?m)^Control   (http://\\S+/)(?:#token=(\\S+))?$");

    @TempDir
    private Path temporary;

    private static int status(String url, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "v1/device"))
                .timeout(Emulator.LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static Matcher control(Emulator emulator) {
        Matcher line = CONTROL.matcher(emulator.banner());
        assertThat(line.find()).as(emulator.banner()).isTrue();
        return line;
    }

    @Test
    void servesTheApiOnAnyPortAndSaysWhere() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--control", "127.0.0.1:0")) {
            Matcher control = control(emulator);

            assertThat(control.group(2)).isNull();
            assertThat(status(control.group(1), "none")).isEqualTo(200);
        }
    }

    @Test
    void printsATokenWhereOthersCanAsk() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--control", "0.0.0.0:0")) {
            Matcher control = control(emulator);
            String url = control.group(1).replace("0.0.0.0", "127.0.0.1");

            assertThat(status(url, "none")).isEqualTo(401);
            assertThat(status(url, control.group(2))).isEqualTo(200);
        }
    }

    @Test
    void isOffUnlessAskedFor() throws Exception {
        try (Emulator emulator = Emulator.started(temporary)) {
            assertThat(emulator.banner()).doesNotContain("Control ");
        }
    }

    @Test
    void aSignalEndsItClean() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--control", "0")) {
            emulator.signal("TERM");

            assertThat(emulator.rest().stream().reduce((first, last) -> last))
                    .hasValueSatisfying(last -> assertThat(last).endsWith(" the device is off"));
            assertThat(emulator.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"here", "127.0.0.1:", "127.0.0.1:70000", "plc7:80", "127.0.0.0/8:80"})
    void whatIsNoPlaceIsRefused(String place) {
        CommandLineRun run = CommandLineRun.of("run", CommandLineRun.V604H, "--control", place);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--control " + place);
    }
}
