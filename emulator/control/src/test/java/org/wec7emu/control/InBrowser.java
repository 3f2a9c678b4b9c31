package org.wec7emu.control;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of pages: a browser for all of a class, and for each something that serves them. */
@Timeout(120)
abstract class InBrowser {
    static Browser browser;

    Controlled controlled;

    @BeforeAll
    static void startBrowser(@TempDir Path profile) {
        assumeTrue(Browser.isHere(), "chromium or chromium-driver is not installed");
        browser = new Browser(profile);
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens the first page of it, in a window of 1100 by 900. */
    void show(Controlled serving) {
        controlled = serving;
        browser.looks(1100, 900, "light");
        browser.open(serving.server().pageUrl());
    }

    @AfterEach
    void close() throws Exception {
        browser.open("about:blank");
        browser.complaints(); // else the next test would have them
        if (controlled != null) {
            controlled.close();
        }
    }
}
