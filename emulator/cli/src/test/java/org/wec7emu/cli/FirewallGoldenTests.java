package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each {@code golden/firewall/NAME.yaml} gives, in each form, {@code NAME.FORM}, or, where the form can't say it, the error
 * {@code NAME.FORM.error}; each {@code fail/NAME.yaml} gives the error {@code fail/NAME.error} and nothing else. With {@code
 * -Dgolden.update=true} what the command prints is written there.
 */
class FirewallGoldenTests {
    private static final Path FOLDER = Path.of("src/test/resources/golden/firewall");
    private static final Path FAIL = FOLDER.resolve("fail");
    /** A form more is a word more. */
    private static final List<String> FORMS = List.of("bpf", "reg", "nft", "nft6");
    /** The table of a device whose address is of IPv6. */
    private static final String IPV6 = "nft6";

    /** A Tuesday. */
    private static final String TIME = "2026-11-24 12:00";

    @TempDir
    private static Path temporary;

    @TestFactory
    Stream<DynamicNode> rules() throws IOException {
        List<DynamicNode> all = new ArrayList<>();
        for (Path rules : yaml(FOLDER)) {
            List<DynamicNode> forms = new ArrayList<>();
            for (String form : FORMS) {
                forms.add(dynamicTest("as " + form, () -> isWritten(rules, form)));
            }
            forms.add(dynamicTest("are read back as they are written", () -> isReadBack(rules)));
            all.add(dynamicContainer(rules.getFileName().toString(), forms));
        }
        assertThat(all).hasSizeGreaterThan(10);
        return all.stream();
    }

    @TestFactory
    Stream<DynamicNode> mistakes() throws IOException {
        List<Path> files = yaml(FAIL);
        assertThat(files).hasSizeGreaterThan(15);
        return files.stream().map(rules -> dynamicTest(rules.getFileName().toString(), () -> fails(rules)));
    }

    private static void isWritten(Path rules, String form) throws IOException {
        CommandLineRun run = as(rules, form);
        Path good = beside(rules, "." + form);
        Path error = beside(rules, "." + form + ".error");
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(good);
            Files.deleteIfExists(error);
            Files.writeString(run.exitCode() == 0 ? good : error, run.exitCode() == 0 ? run.out() : run.err());
        }

        if (Files.exists(error)) {
            assertThat(good).doesNotExist();
            assertFailed(run, Files.readString(error));
        } else {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).isEqualTo(Files.readString(good));
            assertThat(run.exitCode()).isZero();
        }
    }

    private static void isReadBack(Path rules) throws IOException {
        String written = as(rules, "yaml").out();
        Path again = Files.writeString(temporary.resolve(rules.getFileName()), written);

        assertThat(as(again, "yaml").out()).isEqualTo(written).startsWith("firewall:");
        for (String form : FORMS) {
            assertThat(as(again, form)).isEqualTo(as(rules, form));
        }
    }

    private static void fails(Path rules) throws IOException {
        CommandLineRun run = as(rules, "bpf");
        Path error = beside(rules, ".error");
        String message = run.err().replace(FAIL + "/", "");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(error, message);
        }

        assertFailed(new CommandLineRun(run.exitCode(), run.out(), message), Files.readString(error));
    }

    private static void assertFailed(CommandLineRun run, String error) {
        assertThat(run.err()).isEqualTo(error).startsWith("wec7emu: ").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static CommandLineRun as(Path rules, String form) {
        return form.equals(IPV6)
                ? CommandLineRun.of(
                        "firewall", rules.toString(), "--at", TIME, "--as", "nft", "--device", "2001:db8::21")
                : CommandLineRun.of("firewall", rules.toString(), "--at", TIME, "--as", form);
    }

    private static Path beside(Path rules, String ending) {
        return rules.resolveSibling(rules.getFileName().toString().replace(".yaml", ending));
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
