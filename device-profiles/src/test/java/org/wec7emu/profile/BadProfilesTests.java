package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code fail/NAME.yaml} is refused with exactly the lines of {@code fail/NAME.txt}, which mark the
 * place in its line, and by the schema as well. A file
 * that begins with "# schema: accepts" is wrong in a way that a schema can't see, one with "# schema: not asked" is no YAML
 * that a schema would get to see.
 */
class BadProfilesTests {
    private static final Path FOLDER = Path.of("src/test/resources/fail");

    private final Schema schema = ProfileSchema.load();

    static List<String> badProfiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badProfiles")
    void isRefusedWithEveryMistakeAndItsPlace(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        Path golden = FOLDER.resolve(name.replace(".yaml", ".txt"));

        ProfileException refused = catchThrowableOfType(
                ProfileException.class, () -> ProfileReader.read(text, name, ProfileCatalog.bundled()));

        assertThat(refused).as("refused").isNotNull();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, String.join("\n", refused.report()) + "\n");
        }
        assertThat(String.join("\n", refused.report()) + "\n").isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("badProfiles")
    void isJudgedByTheSchemaAsItsFirstLineSays(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));

        if (text.startsWith("# schema: accepts")) {
            assertThat(schema.validate(text, InputFormat.YAML)).isEmpty();
        } else if (!text.startsWith("# schema: not asked")) {
            assertThat(schema.validate(text, InputFormat.YAML)).isNotEmpty();
        }
    }
}
