package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.Device;

/** Every verb and its reply, byte for byte. */
class DialogueTests {
    private static final String GOLDEN = "/golden/ce-dialogue.txt";

    /** For a look at what is different, and to be copied where the difference is meant. */
    private static final Path ACTUAL = Path.of("target", "ce-dialogue.txt");

    @Test
    void isTheGoldenTranscript() throws Exception {
        Path file = CommonsNetProgram.fileOf(DialogueTests.class.getResource(GOLDEN));
        String golden = Files.readString(file, StandardCharsets.US_ASCII);
        try (Device device = DeviceUnderTest.of(Image.BASELINE).start();
                Dialogue dialogue = new Dialogue(device)) {
            String actual = dialogue.replay(golden);
            Files.writeString(ACTUAL, actual, StandardCharsets.US_ASCII);
            assertThat(actual).as("the dialogue as it went is in %s", ACTUAL).isEqualTo(golden);
        }
    }
}
