package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;

/** The page that lists a fleet's devices, and each device's own, in a browser. */
class FleetPageInBrowserTests extends InBrowser {
    private static final String ODD = "50 % <a/b> \"c\"?#";
    private static final String TOKEN = "a-token-of-this-test";

    @BeforeEach
    void open() throws Exception {
        show(Controlled.fleet("press", "line-1", ODD));
        browser.awaitText("#title", "3 devices");
    }

    @Test
    void lists_the_devices_and_shows_those_that_are_looked_for() {
        assertThat(browser.text("#devices"))
                .contains(Controlled.V604H, ODD, controlled.named("line-1").url());

        browser.find("#filter").sendKeys("LINE 604h");
        browser.awaitText("#status", "1 of 3");
        assertThat(browser.text("#devices")).startsWith("line-1").doesNotContain("press", ODD);
    }

    @ParameterizedTest
    @CsvSource({"line-1", "'" + ODD + "'"})
    void leads_to_the_page_of_a_device_which_restarts_that_device_alone(String name) {
        browser.driver().findElement(By.linkText(name)).click();
        browser.awaitText("#live", "live");
        browser.awaitText("#title", name + ": CX8191");
        browser.awaitText("#mode-active .verdict", "works");
        assertThat(browser.text("#facts")).contains(controlled.named(name).url());

        browser.find("#restart").click();
        browser.awaitText("#status", "The device has restarted.");
        browser.awaitText("#journal", "the device restarts");
        assertThat(controlled.named(name).journal().events(DeviceStopped.class)).hasSize(1);
        assertThat(controlled.named("press").journal().events(DeviceStopped.class))
                .isEmpty();
        assertThat(browser.run("return fetch(document.getElementById('download').href).then(a => a.text())")
                        .toString())
                .contains("DeviceStopped");

        browser.find("#fleet a").click();
        browser.awaitText("#title", "3 devices");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_device_that_is_not_there_is_said_so() {
        browser.open(controlled.server().url() + "devices/line-2/");

        browser.awaitText("#status", "there is no device 'line-2'; nearest to it: line-1");
    }

    @Test
    void a_token_is_asked_for_once() throws Exception {
        try (Controlled guarded = Controlled.fleetOfOne(List.of("press"), Optional.of(TOKEN))) {
            browser.open(guarded.server().url());
            browser.await("the form is there", () -> browser.find("#login").isDisplayed());
            assertThat(browser.find("#fleet").isDisplayed()).isFalse();

            browser.find("#token").sendKeys(TOKEN, Keys.ENTER);
            browser.awaitText("#title", "1 device");
            browser.driver().findElement(By.linkText("press")).click();
            browser.awaitText("#live", "live");
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"light, 1100", "dark, 390"})
    void is_accessible_and_fits(String colours, int width) throws Exception {
        browser.looks(width, 900, colours);

        assertThat(browser.violations()).isEmpty();
        assertThat(browser.fits()).isTrue();
        assertThat(browser.complaints()).isEmpty();
        browser.picture("fleet-" + colours + "-" + width);
    }
}
