package org.wec7emu.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;

/** README's example is one that runs. */
class ReadmeTestcontainersTests {
    private static final String IMAGE = "wec7emu:latest";

    @Test
    void theExampleRuns() throws Exception {
        String image = EmulatorImage.name();
        // as in README, but for the name of the image
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(image).withState("ftp-ready")) {
            device.start();
            upload(device.getFtpHost(), device.getFtpPort(), device.getUsername(), device.getPassword());
            assertThat(device.journal(TransferCompleted.class)).hasSize(1);
            assertThat(device.journal(DataConnectionDropped.class)).isEmpty();
        }
    }

    @Test
    void readmeShowsIt() throws IOException {
        String source = Files.readString(
                Path.of("src", "test", "java", "org", "wec7emu", "testcontainers", "ReadmeTestcontainersTests.java"));
        List<String> example = example();

        assertThat(example).isNotEmpty();
        assertThat(example)
                .allSatisfy(line -> assertThat(source).contains(line.strip().replace('"' + IMAGE + '"', "image")));
    }

    private static List<String> example() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "..", "README.md"));
        int begin = lines.indexOf("```java");
        while (!lines.get(begin + 1).contains("Wec7DeviceContainer")) {
            begin += 1 + lines.subList(begin + 1, lines.size()).indexOf("```java");
        }
        List<String> rest = lines.subList(begin + 1, lines.size());
        return rest.subList(0, rest.indexOf("```"));
    }

    private static void upload(String host, int port, String user, String password) throws IOException {
        FTPClient client = new FTPClient();
        client.connect(host, port);
        assertThat(client.login(user, password)).isTrue();
        client.enterLocalActiveMode();
        assertThat(client.storeFile("recipe.txt", new ByteArrayInputStream(new byte[] {1})))
                .isTrue();
        client.disconnect();
    }
}
