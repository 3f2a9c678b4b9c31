package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.Profiles;
import org.wec7emu.storage.VirtualPath;

/** Whatever a client writes behind LIST and NLST: no path above the root, and the names that its pattern means. */
class ListingFuzzTests {
    private static final List<FtpSwitches> SWITCHES = Stream.of("skipped", "name")
            .flatMap(options -> Stream.of("match", "name").map(wildcards -> Profiles.with(
                            "ftp: {listing-options: " + options + ", listing-wildcards: " + wildcards + "}")
                    .ftp()
                    .switches()))
            .toList();

    /** @param bytes the working directory, the argument and a file's name, each in a line */
    @FuzzTest
    void anyArgument(byte[] bytes) {
        String[] lines = (new String(bytes, StandardCharsets.ISO_8859_1) + "\n\n").split("\n", -1);
        VirtualPath directory = VirtualPath.ROOT.resolve(lines[0]);
        for (FtpSwitches switches : SWITCHES) {
            ListingArgument read = ListingArgument.read(lines[1], directory, switches);
            staysBelowTheRoot(read.path());
            assertThat(lines[1]).endsWith(read.typed());
            for (boolean isDirectory : new boolean[] {false, true}) {
                String before = read.directoryAsTyped(isDirectory);
                assertThat(read.typed() + "/").startsWith(before);
            }
            String pattern = read.pattern();
            assertThat(read.matches(lines[2])).isEqualTo(pattern == null || means(pattern, lines[2]));
        }
    }

    private static void staysBelowTheRoot(VirtualPath path) {
        for (String name : path.segments()) {
            assertThat(name).isNotEmpty().isNotIn(".", "..").doesNotContain("/", "\\");
        }
    }

    private static boolean means(String pattern, String name) {
        return pattern.equals("*.*") || reaches(pattern.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Position by position: which ends of the name the pattern so far can reach. */
    private static boolean reaches(String pattern, String name) {
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        for (char sign : pattern.toCharArray()) {
            boolean[] next = new boolean[name.length() + 1];
            for (int end = 0; end <= name.length(); end++) {
                boolean one = end > 0 && reached[end - 1] && (sign == '?' || sign == name.charAt(end - 1));
                next[end] = sign == '*' ? reached[end] || (end > 0 && next[end - 1]) : one;
            }
            reached = next;
        }
        return reached[name.length()];
    }
}
