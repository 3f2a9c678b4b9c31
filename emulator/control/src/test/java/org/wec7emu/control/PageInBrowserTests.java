package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page, in a browser, with curl beside it. The pictures stay in target/screenshots. */
class PageInBrowserTests extends InBrowser {
    private static final String TOKEN = "a-token-of-this-test";

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        show(Controlled.started());
        browser.awaitText("#live", "live");
        browser.awaitText("#mode-active .verdict", "works");
    }

    /** Runs curl to its end; its exit code. */
    private int curl(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-m", "60"));
        command.addAll(List.of(options));
        command.add(controlled.device().url());
        Process curl = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("curl.out").toFile())
                .start();
        try {
            assertThat(curl.waitFor(90, TimeUnit.SECONDS)).isTrue();
            return curl.exitValue();
        } finally {
            curl.destroyForcibly();
        }
    }

    @Test
    void shows_active_mode_work_passive_mode_dropped_and_work_once_the_firewall_is_off() throws Exception {
        assertThat(browser.text("#mode-passive")).contains("doesn’t work", "no rule allows it");

        assertThat(curl("--ftp-port", "-")).isZero();
        browser.awaitText("#sessions details:first-child summary", "1 transfer complete");
        browser.await("the drawing is there", () -> browser.find("#sessions details:first-child svg")
                .isDisplayed());

        assertThat(curl("-m", "3")).isEqualTo(28);
        browser.awaitText("#sessions details:first-child summary", "1 connect dropped");
        browser.awaitText("#journal", "DROPPED by the firewall: data connection");
        browser.await(
                "the rule has its count",
                () -> browser.driver().findElements(org.openqa.selenium.By.cssSelector("#rules td.number.bad")).stream()
                        .anyMatch(cell -> !cell.getText().isEmpty()));

        browser.find("#firewall-switch").click();
        browser.awaitText("#mode-passive .verdict", "works");
        assertThat(controlled.device().firewall().enabled()).isFalse();
        assertThat(curl()).isZero();
        browser.awaitText("#sessions details:first-child summary", "1 transfer complete");

        browser.find("#firewall-switch").click();
        browser.awaitText("#mode-passive .verdict", "doesn’t work");
        assertThat(controlled.device().firewall().enabled()).isTrue();
    }

    @Test
    void a_session_is_drawn_while_it_lasts() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            browser.awaitText("#sessions details:first-child summary", "open");
            browser.await("the login is drawn", () -> drawing().contains("USER webguest"));

            client.store("while-it-lasts.txt", "content");
            browser.await("the upload is drawn", () -> drawing().contains("STOR while-it-lasts.txt"));
        }
        browser.await("it is over", () -> !browser.find("#sessions details:first-child summary .badge")
                .isDisplayed());
    }

    private String drawing() {
        return String.valueOf(browser.run(
                "return document.querySelector('#sessions details:first-child .drawing')?.textContent ?? ''"));
    }

    @Test
    void a_rule_is_entered_switched_off_and_removed_by_keyboard_alone() {
        WebElement ports = browser.find("#ports");
        ports.sendKeys("49152-65535", Keys.TAB, "192.168.0.0/24", Keys.TAB, Keys.ENTER);
        browser.awaitText("#status", "Entered: Allow ports 49152 to 65535 from 192.168.0.0/24.");
        browser.awaitText("#rules", "ports 49152 to 65535 from 192.168.0.0/24");
        String row = "#rules tr:last-child ";

        browser.find(row + "[role=switch]").sendKeys(Keys.SPACE);
        browser.await("the switch is off", () -> "false"
                .equals(browser.find(row + "[role=switch]").getDomAttribute("aria-checked")));
        assertThat(controlled.device().firewall().rules())
                .filteredOn(rule -> !rule.enabled())
                .hasSize(1);

        browser.find(row + ".plain").sendKeys(Keys.ENTER);
        browser.await("the rule is gone", () -> !browser.text("#rules").contains("192.168.0.0/24"));
        assertThat(controlled.device().firewall())
                .isEqualTo(controlled.device().profile().firewall());
    }

    @Test
    void a_rule_that_is_none_is_refused_in_words() {
        browser.find("#ports").sendKeys("70000", Keys.ENTER);

        browser.awaitText("#status", "70000");
        assertThat(browser.find("#status").getDomAttribute("class")).isEqualTo("bad");
    }

    @Test
    void restarts_the_device_and_cuts_its_power() throws Exception {
        try (FtpSession ignored = new FtpSession(controlled.device())) {
            browser.find("#restart").click();
            browser.awaitText("#status", "The device has restarted.");
            browser.awaitText("#journal", "the device restarts");
        }
        browser.find("#power-cut").click();
        browser.awaitText("#status", "the device answers again");
        browser.awaitText("#journal", "the power is cut");
    }

    @Test
    void follows_the_device_through_an_end_of_the_api() throws Exception {
        int port = controlled.server().address().getPort();
        controlled.server().close();
        browser.awaitText("#live", "not connected");

        try (ControlServer again = ControlServer.start(
                controlled.device(),
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port),
                Optional.empty())) {
            browser.awaitText("#live", "live");
            assertThat(again.url()).isEqualTo(controlled.server().url());
        }
    }

    @Test
    void what_a_client_wrote_is_shown_and_never_run() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.client()
                    .sendCommand(
                            "CWD", "<img src=x onerror=document.title='run'><script>document.title='run'</script>");
        }
        browser.awaitText("#journal", "<img src=x");
        browser.await("it is drawn", () -> drawing().contains("<img src=x"));

        assertThat(browser.driver().getTitle()).doesNotContain("run");
        assertThat(browser.run("return document.querySelectorAll('#device img, #device script').length"))
                .isEqualTo(0L);
    }

    @Test
    void with_a_token_the_page_asks_for_it_and_takes_it_from_the_address() throws Exception {
        try (Controlled guarded = Controlled.started(Controlled.V604H, Optional.of(TOKEN))) {
            browser.open(guarded.server().url());
            browser.await("the form is there", () -> browser.find("#login").isDisplayed());
            assertThat(browser.find("#device").isDisplayed()).isFalse();
            assertThat(browser.violations()).isEmpty();
            browser.picture("control-token");

            browser.find("#token").sendKeys("wrong-token-wrong-token", Keys.ENTER);
            browser.awaitText("#status", "the token is another one");
            browser.find("#token").sendKeys(TOKEN, Keys.ENTER);
            browser.awaitText("#live", "live");

            browser.run("sessionStorage.clear()");
            browser.open("about:blank");
            browser.open(guarded.server().pageUrl());
            browser.awaitText("#live", "live");
            assertThat(browser.driver().getCurrentUrl()).doesNotContain(TOKEN);
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"light, 1100", "dark, 1100", "light, 390", "dark, 390"})
    void is_accessible_and_fits(String colours, int width) throws Exception {
        browser.looks(width, 900, colours);
        assertThat(curl("--ftp-port", "-")).isZero();
        assertThat(curl("-m", "2")).isEqualTo(28);
        browser.awaitText("#sessions details:first-child summary", "1 connect dropped");
        browser.await("the drop is drawn", () -> drawing().contains("DROPPED"));
        browser.awaitText("#journal", "closed by the client");

        assertThat(browser.violations()).isEmpty();
        assertThat(browser.fits()).isTrue();
        assertThat(browser.complaints()).isEmpty();
        browser.picture("control-" + colours + "-" + width);
    }

    @Test
    void nothing_is_asked_for_elsewhere() {
        @SuppressWarnings("unchecked")
        List<String> asked =
                (List<String>) browser.run("return performance.getEntriesByType('resource').map(entry => entry.name)");

        assertThat(asked)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(controlled.server().url()));
    }
}
