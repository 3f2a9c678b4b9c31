package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.storage.VirtualPath;

/** What LIST and NLST are asked for, as the profile reads their argument. */
class ListingArgumentTests {
    private static final VirtualPath HERE = VirtualPath.ROOT.resolve("/here");

    private final FtpSwitches asDelivered = switches();

    private static FtpSwitches switches() {
        try {
            return ProfileCatalog.bundled().find("CX8100_WEC7_LF_v604h").ftp().switches();
        } catch (org.wec7emu.profile.ProfileException e) {
            throw new AssertionError(e);
        }
    }

    private ListingArgument read(String argument) {
        return ListingArgument.read(argument, HERE, asDelivered);
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "'', /here",
        "-a, /here",
        "-al, /here",
        "-CF, /here",
        "-a -l, /here",
        "' -la ', /here",
        "-a docs, /here/docs",
        "-l -a /docs, /docs",
        "-a two words, /here/two words",
        "docs, /here/docs",
        "docs -a, /here/docs -a",
        "a-b, /here/a-b",
    })
    void leavesOutWordsThatBeginWithAHyphen(String argument, String path) {
        assertThat(read(argument).path()).hasToString(path);
        assertThat(read(argument).pattern()).isNull();
    }

    @ParameterizedTest(name = "\"{0}\" is {2} in {1}")
    @CsvSource({
        "*.txt, /here, *.txt",
        "-a *.txt, /here, *.txt",
        "docs/?.bin, /here/docs, ?.bin",
        "/*, /, *",
    })
    void takesThePatternFromTheLastName(String argument, String directory, String pattern) {
        assertThat(read(argument).path()).hasToString(directory);
        assertThat(read(argument).pattern()).isEqualTo(pattern);
    }

    @Test
    void aPatternInADirectorysNameIsNone() {
        assertThat(read("d*/a").pattern()).isNull();
    }

    @ParameterizedTest(name = "names of {0} begin with {2}")
    @CsvSource({
        "'', true, ''",
        "docs, true, docs/",
        "docs/, true, docs/",
        "-a docs, true, docs/",
        "/, true, /",
        "docs/a.txt, false, docs/",
        "a.txt, false, ''",
        "docs/*.txt, true, docs/",
        "*.txt, true, ''",
        "docs\\*.txt, true, docs\\",
    })
    void knowsTheDirectoryAsItWasTyped(String argument, boolean isDirectory, String before) {
        assertThat(read(argument).directoryAsTyped(isDirectory)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "*, a, true",
        "*.*, a, true",
        "*.*, a.b, true",
        "*.txt, A.TXT, true",
        "*.TXT, a.txt, true",
        "*.txt, a.txt2, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "a*c*e, abcde, true",
        "a*c*e, abcd, false",
        "**, x, true",
        "?, xy, false",
        "a.b*, a_b, false",
        "*b, *a*b, true",
        "*a*b, *, false",
    })
    void matchesAsWindowsDoes(String pattern, String name, boolean matches) {
        assertThat(read(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void agreesWithRegularExpressions() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = "*".concat(word(random, "ab*?."));
            String name = word(random, "abAB.");
            String expression = Pattern.quote(pattern.toLowerCase(Locale.ROOT))
                    .replace("*", "\\E.*\\Q")
                    .replace("?", "\\E.\\Q");
            boolean all = pattern.equals("*.*");

            assertThat(read(pattern).matches(name))
                    .as(pattern + " " + name)
                    .isEqualTo(all || name.toLowerCase(Locale.ROOT).matches(expression));
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(8); length >= 0; length--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    @Test
    void aHostilePatternTakesNoLongerThanAnyOther() {
        ListingArgument hostile = read("*a".repeat(500) + "b");

        assertThat(hostile.matches("a".repeat(1000))).isFalse();
    }
}
