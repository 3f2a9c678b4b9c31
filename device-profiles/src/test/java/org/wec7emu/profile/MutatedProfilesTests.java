package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a profile's text, it is either read or refused with lines that a person understands. */
class MutatedProfilesTests {
    /** Of ten seeds: 100,000 in all. */
    private static final int MUTANTS = 10_000;

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
    private static final Pattern MARKS = Pattern.compile(" {4,}\\^+");
    private static final Pattern PLACE = Pattern.compile("^mutant\\.yaml:([0-9]+):");
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");
    private static final int WIDEST = 4 + 3 + 100 + 1;
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
        "inherited-evidence: {grade: unknown, note: a test}\n",
        "removed",
        "{image}",
        "@",
        "`",
        "%",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @Execution(ExecutionMode.CONCURRENT)
    void areReadOrRefusedInWords(long seed) {
        ProfileCatalog catalog = ProfileCatalog.bundled();
        Random random = new Random(seed);
        List<String> originals = originals(catalog);
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = originals.get(i % originals.size());
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutant = mutate(mutant, random);
            }
            read += isRead(mutant, catalog) ? 1 : 0;
        }

        assertThat(read).as("read").isBetween(MUTANTS / 20, MUTANTS * 9 / 10);
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

    /** Fails where it is neither read nor refused as a person would want it. */
    private static boolean isRead(String mutant, ProfileCatalog catalog) {
        try {
            DeviceProfile profile = ProfileReader.read(mutant, "mutant.yaml", catalog);
            profile.inState(profile.defaultState());
            return true;
        } catch (ProfileException e) {
            e.mistakes().forEach(mistake -> requireWords(mistake, mutant));
            requireMarks(e, mutant);
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return fail("this text made the reader stumble:\n" + mutant, e);
        }
    }

    private static void requireWords(String mistake, String mutant) {
        if (!MISTAKE.matcher(mistake).matches() || NOISE.matcher(mistake).find()) {
            fail("no person understands \"" + mistake + "\" of\n" + mutant);
        }
    }

    /** Each mistake that has a place shows it: a line of the file, and carets under no more than that line. */
    private static void requireMarks(ProfileException refused, String mutant) {
        List<String> report = refused.report();
        int line = 0;
        for (String mistake : refused.mistakes()) {
            if (!report.get(line++).equals(mistake)) {
                fail(mistake + " is not reported of\n" + mutant);
            }
            if (line + 1 < report.size() && report.get(line + 1).strip().startsWith("^")) {
                if (!MARKS.matcher(report.get(line + 1)).matches()
                        || report.get(line + 1)
                                        .codePointCount(0, report.get(line + 1).length())
                                > WIDEST) {
                    fail("bad marks under " + report.get(line) + " of\n" + mutant);
                }
                line += 2;
            } else if (!mistake.contains(".yaml: and ") && !isInABlankLine(mistake, mutant)) {
                fail(mistake + " has no marks, of\n" + mutant);
            }
        }
        assertThat(line).isEqualTo(report.size());
    }

    private static boolean isInABlankLine(String mistake, String mutant) {
        Matcher place = PLACE.matcher(mistake);
        String[] lines = LINE_END.split(mutant, -1);
        int line = place.find() ? Integer.parseInt(place.group(1)) : 0;
        return line > 0
                && (line > lines.length || lines[line - 1].replace("\uFEFF", "").isBlank());
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
