package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a profile's text, it is either read or refused with lines that a person understands. */
class MutatedProfilesTests {
    private static final int ROUNDS = 1500;
    private static final int SCHEMA_ROUNDS = 1000;
    /** As a registry's import writes it. */
    private static final String OF_A_DEVICE = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            sources:
              own-registry: {title: 'registry of the device', url: "https://example.org/"}
            evidence: {grade: observed, source: own-registry}
            image:
              name: {value: plc7, grade: inferred, note: named after the file}
            firewall:
              rules:
                rule4: removed
                rule9: {allow: tcp, port: 20-21}
            registry:
              'HKEY_LOCAL_MACHINE\\Ident':
                - '"Name"="PLC7"'
                - '@=hex(7):61,00,00,00,00,00'
                - {value: '"Port"=dword:00000015', grade: unknown, note: a test}
              'HKLM\\Empty': []
            """;

    private static final Pattern MISTAKE = Pattern.compile("\\S+\\.yaml:[0-9]+:[0-9]+: .{10,}|\\S+\\.yaml: and .*");
    private static final Pattern NOISE = Pattern.compile("Exception|snakeyaml|null$|java\\.|\\[Source");
    private static final String[] FRAGMENTS = {
        ": ",
        "- ",
        "\n",
        "\n\n",
        "  ",
        "\t",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "#",
        "&a ",
        "*a",
        "!!int ",
        "!x ",
        "|\n",
        ">\n",
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "<<: ",
        "~",
        "null",
        "true",
        "0x1F",
        "1e9",
        ".5",
        "-1",
        "99999999999",
        "\\",
        "\u0000",
        "\u0007",
        "\uFEFF",
        "\uD800",
        "\u2028",
        "\u00e9",
        "evidence:",
        "value:",
        "extends: CX8100_WEC7_LF_pre-v604h\n",
        "@",
        "`",
        "%",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void areReadOrRefusedInWords(long seed) throws ProfileException {
        ProfileCatalog catalog = ProfileCatalog.bundled();
        Random random = new Random(seed);
        List<String> originals = originals(catalog);
        for (String original : originals) {
            for (int round = 0; round < ROUNDS / originals.size(); round++) {
                String mutant = original;
                for (int i = random.nextInt(4); i >= 0; i--) {
                    mutant = mutate(mutant, random);
                }
                judge(mutant, catalog);
            }
        }
    }

    /** The other way round it needn't: a schema can't see that a state or a directory is missing. */
    @Test
    void whatIsReadIsAlsoValidUnderTheSchema() {
        ProfileCatalog catalog = ProfileCatalog.bundled();
        assertReadIsValid(catalog.text(catalog.names().get(0)), catalog);
        assertReadIsValid(OF_A_DEVICE, catalog);
    }

    private static void assertReadIsValid(String original, ProfileCatalog catalog) {
        Schema schema = ProfileSchema.load();
        Random random = new Random(4);
        int read = 0;
        for (int round = 0; round < SCHEMA_ROUNDS; round++) {
            String mutant = mutate(original, random);
            try {
                ProfileReader.read(mutant, "mutant.yaml", catalog);
            } catch (ProfileException e) {
                continue;
            }
            read++;
            assertThat(schema.validate(mutant, InputFormat.YAML)).as(mutant).isEmpty();
        }
        assertThat(read).isBetween(SCHEMA_ROUNDS / 10, SCHEMA_ROUNDS * 9 / 10);
    }

    private static List<String> originals(ProfileCatalog catalog) {
        List<String> originals = new ArrayList<>();
        catalog.names().forEach(name -> originals.add(catalog.text(name)));
        originals.add(OF_A_DEVICE);
        return originals;
    }

    private static void judge(String mutant, ProfileCatalog catalog) {
        try {
            DeviceProfile profile = ProfileReader.read(mutant, "mutant.yaml", catalog);
            assertThat(profile.inState(profile.defaultState())).isNotNull();
        } catch (ProfileException e) {
            assertThat(e.mistakes())
                    .isNotEmpty()
                    .allSatisfy(mistake -> assertThat(mistake).matches(MISTAKE).doesNotContainPattern(NOISE));
        } catch (RuntimeException | StackOverflowError e) {
            fail("this text made the reader stumble:\n" + mutant, e);
        }
    }

    private static String mutate(String text, Random random) {
        if (text.isEmpty()) {
            return "x";
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(30));
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + FRAGMENTS[random.nextInt(FRAGMENTS.length)] + text.substring(from);
            case 2 -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(from + 1);
            case 3 -> text.substring(0, to) + text.substring(from);
            case 4 -> text.substring(0, from);
            default -> mutateLines(text, random);
        };
    }

    private static String mutateLines(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            case 2 -> lines.set(line, " ".repeat(1 + random.nextInt(3)) + lines.get(line));
            case 3 -> lines.set(line, lines.get(line).strip());
            default -> Collections.swap(lines, line, random.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }
}
