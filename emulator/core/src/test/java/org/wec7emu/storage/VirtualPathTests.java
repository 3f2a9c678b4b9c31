package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths as FTP clients write them. */
class VirtualPathTests {
    @ParameterizedTest(name = "in {0}: \"{1}\" is {2}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/,a,/a",
                "/a,b,/a/b",
                "/a,/b,/b",
                "/a,\\b,/b",
                "/a,b\\c/d,/a/b/c/d",
                "/a,'',/a",
                "/a,.,/a",
                "/a,./b/.,/a/b",
                "/a/b,..,/a",
                "/a/b,../..,/",
                "/a/b,..\\..\\..,/",
                "/,../../etc/passwd,/etc/passwd",
                "/a,/../../b,/b",
                "/a,b//c///,/a/b/c",
                "/a,//,/",
                "/a,...,/a/...",
                "/a,b c ,/a/b c ",
            })
    void resolves(String directory, String argument, String expected) {
        assertThat(VirtualPath.ROOT.resolve(directory).resolve(argument)).hasToString(expected);
    }

    @Test
    void theRootIsItsOwnParent() {
        assertThat(VirtualPath.ROOT.parent()).isEqualTo(VirtualPath.ROOT);
        assertThat(VirtualPath.ROOT.name()).isEmpty();
    }

    @Test
    void knowsParentAndName() {
        VirtualPath path = VirtualPath.ROOT.resolve("TwinCAT/3.1");

        assertThat(path.parent()).hasToString("/TwinCAT");
        assertThat(path.name()).isEqualTo("3.1");
    }
}
