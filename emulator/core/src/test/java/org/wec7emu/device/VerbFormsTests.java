package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.ftp.VerbTable;

/** Each verb means the same in upper, lower and mixed case, behind blanks, and before a line feed alone. */
class VerbFormsTests {
    @TempDir
    private static Path root;

    private static Device device;

    @BeforeAll
    static void start() throws IOException {
        device = Device.builder(Devices.image(Devices.BASELINE))
                .portOffset(PortOffset.ANY_FREE)
                .root(root)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        device.close();
    }

    static Stream<Arguments> forms() {
        List<Arguments> all = new ArrayList<>();
        for (VerbTable.Row verb : VerbTable.rows()) {
            for (WireForm form : WireForm.values()) {
                if (form != WireForm.PLAIN) {
                    all.add(Arguments.of(verb.name(), form));
                }
            }
        }
        return all.stream();
    }

    static Stream<VerbTable.Row> verbs() {
        return VerbTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void isAnsweredInTurnWhenAnotherFollowsInTheSamePacket(VerbTable.Row verb) throws IOException {
        String alone = OddInput.NOTHING.codeFor(verb, device);
        Scene.set(root);
        String word = verb.name().contains(" ") ? "XYZZY" : verb.name();
        try (RawClient client = RawClient.loggedIn(device)) {
            client.send(word + " x\r\nPWD\r\n");

            assertThat(client.wholeReply()).startsWith(alone);
            switch (word) {
                case "QUIT" -> assertThat(client.isEnded()).isTrue();
                case "USER" -> assertThat(client.wholeReply()).isEqualTo("530 Not logged in.");
                default -> assertThat(client.wholeReply()).isEqualTo("257 \"/\".");
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("forms")
    void meansTheSame(String verb, WireForm form) throws IOException {
        assertThat(VerbScripts.transcript(device, root, verb, form))
                .isEqualTo(VerbScripts.transcript(device, root, verb, WireForm.PLAIN));
    }
}
