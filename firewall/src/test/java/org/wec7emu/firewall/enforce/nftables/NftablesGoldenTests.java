package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each text for the kernel is {@code golden/nftables/NAME.nft}. With {@code -Dgolden.update=true} it is written there. That the
 * kernel takes them all is {@link NftTakesListingsTests}' to show.
 */
class NftablesGoldenTests {
    private static final Path FOLDER = Path.of("src/test/resources/golden/nftables");

    static Set<String> names() {
        return Listings.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWritten(String name) throws IOException {
        Path golden = FOLDER.resolve(name + ".nft");
        String text = Listings.all().get(name).get();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }

        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
