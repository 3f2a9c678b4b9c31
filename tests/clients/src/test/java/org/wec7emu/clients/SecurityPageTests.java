package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SECURITY.md names a test for each promise, and each is there. */
class SecurityPageTests {
    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");
    private static final String TABLE = "| promise | tests |";

    @Test
    void everyPromiseNamesATest() throws IOException {
        List<String> promises = page().lines()
                .dropWhile(line -> !line.equals(TABLE))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(promises).hasSizeGreaterThan(10).allMatch(line -> NAMED.matcher(line)
                .find());
    }

    @Test
    void everyTestNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(page());
        while (named.find()) {
            String method = named.group(2);
            List<Path> classes = sources(named.group(1));
            boolean found = method == null ? !classes.isEmpty() : declares(classes, method);
            if (!found) {
                missing.add(named.group());
            }
        }

        assertThat(missing).isEmpty();
    }

    private static boolean declares(List<Path> classes, String method) throws IOException {
        for (Path type : classes) {
            if (Files.readString(type).contains("void " + method + "(")) {
                return true;
            }
        }
        return false;
    }

    private static String page() throws IOException {
        return Files.readString(Launcher.checkout().resolve("SECURITY.md"));
    }

    /** Of test classes of that name, in whichever modules. */
    private static List<Path> sources(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("firewall", "device-profiles", "emulator", "tests")) {
            try (Stream<Path> files = Files.find(
                    Launcher.checkout().resolve(folder),
                    20,
                    (path, attributes) ->
                            path.endsWith(name + ".java") && path.toString().contains("/src/test/"))) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
