package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each text for the kernel is {@code golden/nftables/NAME.nft}. With {@code -Dgolden.update=true} it is written there. That the
 * kernel takes them all is {@link NftTakesListingsTests}' to show.
 */
class NftablesGoldenTests {
    private static final Path FOLDER = Path.of("src/test/resources/golden/nftables");

    @TestFactory
    Stream<DynamicTest> textIsWritten() {
        return Listings.all().entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> isWritten(entry.getKey(), entry.getValue())));
    }

    private static void isWritten(String name, String text) throws IOException {
        Path golden = FOLDER.resolve(name + ".nft");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
