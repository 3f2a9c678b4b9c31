package org.wec7emu.clients;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README's section on comparing shows what is really printed. */
class ReadmeCompareTests {
    @TempDir
    Path home;

    @Test
    void two_images_differ_as_shown() throws Exception {
        Readme.assertPrintsAsShown("./wec7emu compare CX8100_WEC7_LF_pre-v604h", 1, home);
    }

    @Test
    void two_states_differ_as_shown() throws Exception {
        Readme.assertPrintsAsShown("./wec7emu compare CX8100_WEC7_LF_v604h --state", 1, home);
    }
}
