package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;

/** images and show. */
class CatalogueCommandsTests {
    @Test
    void imagesListsTheCatalogue() {
        CommandLineRun run = CommandLineRun.of("images");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(16).anySatisfy(line -> assertThat(line)
                .startsWith(CommandLineRun.V604H)
                .contains("  CX8191, CX8190  Windows Embedded Compact 7  on        webguest  "));
        assertThat(run.out().lines()).anySatisfy(line -> assertThat(line)
                .startsWith(CommandLineRun.BASELINE + " (synthetic)")
                .contains("  off       webguest  "));
    }

    @Test
    void imagesInJsonIsJson() throws IOException {
        CommandLineRun run = CommandLineRun.of("images", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(strings(run.out(), "image")).contains(CommandLineRun.V604H, CommandLineRun.BASELINE);
    }

    @Test
    void showNamesEachValueWithGradeAndSource() {
        CommandLineRun run = CommandLineRun.of("show", "CX8100_WEC7_LF_v604h");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Image " + CommandLineRun.V604H + System.lineSeparator() + "State ftp-ready: ");
        assertThat(line(run.out(), "firewall.enabled ")).matches("firewall.enabled +true +documented +cx8191-manual");
        assertThat(run.out()).contains("Sources:", "https://");
    }

    @Test
    void showOfTheStateShowsWhatItsStepsChanged() {
        String ready = CommandLineRun.of("show", CommandLineRun.V604H, "--state", "ftp-ready")
                .out();
        String factory = CommandLineRun.of("show", CommandLineRun.V604H, "--state", "factory")
                .out();

        assertThat(line(ready, "ftp.server-active ")).matches("ftp.server-active +true +.*");
        assertThat(line(factory, "ftp.server-active ")).matches("ftp.server-active +false +.*");
        assertThat(ready).contains("Allow TCP port 20 from anywhere", "Allow TCP port 21 from anywhere");
        assertThat(factory).doesNotContain("Allow TCP port 20 from", "Allow TCP port 21 from");
        assertThat(ready).contains("  4. ");
        assertThat(factory).contains("State factory: as delivered");
    }

    @Test
    void showOfASyntheticProfileSaysSo() {
        assertThat(CommandLineRun.of("show", CommandLineRun.BASELINE).out())
                .startsWith("Image " + CommandLineRun.BASELINE + " (synthetic: no such image was published)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"factory", "ftp-ready"})
    void showInJsonIsJson(String state) throws IOException {
        CommandLineRun run = CommandLineRun.of("show", "cx8100_wec7_lf_V604", "--json", "--state", state);

        assertThat(run.exitCode()).isZero();
        assertThat(strings(run.out(), "image")).containsExactly(CommandLineRun.V604H);
        assertThat(strings(run.out(), "state")).containsExactly(state);
        assertThat(strings(run.out(), "path")).contains("firewall.enabled", "ftp.replies.ready");
        assertThat(strings(run.out(), "grade")).contains("documented", "observed", "unknown");
    }

    @Test
    void theJsonOfImagesHasTheFieldsOfItsDescription() throws IOException {
        String json = CommandLineRun.of("images", "--json").out();

        assertThat(names(json)).containsExactlyInAnyOrderElementsOf(described("images --json"));
    }

    @Test
    void theJsonOfShowHasTheFieldsOfItsDescription() throws IOException {
        String json = CommandLineRun.of("show", CommandLineRun.V604H, "--json").out();

        assertThat(names(json)).containsExactlyInAnyOrderElementsOf(described("show IMAGE --json"));
    }

    /** The names in a section's tables, and the grades that it spells out as names. */
    private static Set<String> described(String command) throws IOException {
        String page = Files.readString(Path.of("../../docs/json.md"));
        String section = page.substring(page.indexOf("## `wec7emu " + command)).split("\n## ")[0];
        Set<String> names = new TreeSet<>();
        Matcher rows = Pattern.compile("(?m)^\\| `([a-zA-Z]+)`.*").matcher(section);
        while (rows.find()) {
            names.add(rows.group(1));
            Matcher more = Pattern.compile("`([a-z]+)`").matcher(command.startsWith("images") ? rows.group() : "");
            while (more.find()) {
                names.add(more.group(1));
            }
        }
        return names;
    }

    private static Set<String> names(String text) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    names.add(json.currentName());
                }
            }
        }
        return names;
    }

    static Stream<Arguments> devices() throws ProfileException {
        List<Arguments> devices = new ArrayList<>();
        for (String image : ProfileCatalog.bundled().names()) {
            for (String state : ProfileCatalog.bundled().find(image).states().keySet()) {
                devices.add(Arguments.of(image, state));
            }
        }
        return devices.stream();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyDeviceCanBeShownWithItsRulesInEveryFormAndItsRegistry(String image, String state) {
        for (List<String> command : List.of(
                List.of("show"),
                List.of("firewall"),
                List.of("firewall", "--as", "yaml"),
                List.of("firewall", "--as", "reg"),
                List.of("firewall", "--as", "nft"),
                List.of("firewall", "--as", "bpf"),
                List.of("export"))) {
            List<String> line = new ArrayList<>(command);
            line.addAll(1, List.of(image, "--state", state));
            CommandLineRun run = CommandLineRun.of(line.toArray(new String[0]));

            assertThat(run.err()).as("%s", line).isEmpty();
            assertThat(run.exitCode()).as("%s", line).isZero();
        }
    }

    private static String line(String out, String start) {
        return out.lines().filter(line -> line.startsWith(start)).findFirst().orElse("no line " + start);
    }

    /** All strings of that name, wherever they stand; fails on what is no JSON. */
    private static List<String> strings(String text, String name) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && name.equals(json.currentName())) {
                    found.add(json.getText());
                }
            }
        }
        return found;
    }
}
