package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.wec7emu.device.Device;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.journal.DeviceEvent.FaultEnded;

/** The page's states and faults. The pictures stay in target/screenshots. */
class StatesAndFaultsInBrowserTests extends InBrowser {
    /** Selects what stands in a field. */
    private static final String ALL = Keys.chord(Keys.CONTROL, "a");

    @BeforeEach
    void open() throws Exception {
        show(Controlled.started());
        browser.awaitText("#live", "live");
        browser.awaitText("#faults", "clock-reset");
    }

    private static Select states() {
        return new Select(browser.find("#state"));
    }

    private static WebElement toggle(FaultKind fault) {
        return browser.find("#faults [role=switch][aria-label^='" + fault.label() + ":']");
    }

    private static WebElement field(FaultKind fault, String parameter) {
        return browser.find("#faults [aria-label='" + parameter + " of " + fault.label() + "']");
    }

    private static void awaitOn(FaultKind fault, boolean on) {
        browser.await(fault.label() + " is " + (on ? "on" : "off"), () -> String.valueOf(on)
                .equals(toggle(fault).getDomAttribute("aria-checked")));
    }

    @Test
    void puts_the_device_into_another_state_and_back() {
        assertThat(states().getFirstSelectedOption().getText()).isEqualTo("ftp-ready");

        states().selectByVisibleText("factory");
        assertThat(browser.text("#state-hint"))
                .startsWith("As delivered. Sessions and faults end, rules and settings are this state’s");
        browser.find("#reset button").click();
        browser.awaitText("#status", "The device is in state factory.");
        browser.awaitText("#facts", "State factory");
        browser.awaitText("#mode-control .verdict", "doesn’t work");
        browser.awaitText("#journal", "the device answers, in state factory");
        assertThat(controlled.device().state()).isEqualTo("factory");

        states().selectByVisibleText("ftp-ready");
        browser.find("#reset button").click();
        browser.awaitText("#mode-control .verdict", "works");
        browser.awaitText("#facts", "State ftp-ready");
    }

    @Test
    void puts_the_device_back_to_how_it_was_started() throws Exception {
        Device device = controlled.device();
        RuleSet started = device.firewall();
        device.reset("factory");
        browser.awaitText("#facts", "State factory");

        states().selectByVisibleText("as it was started");
        assertThat(browser.text("#state-hint")).contains("rules and settings are those it was started with");
        browser.find("#reset button").click();
        browser.awaitText("#status", "The device is as it was started.");

        browser.awaitText("#facts", "State ftp-ready");
        browser.await(
                "shows the state",
                () -> states().getFirstSelectedOption().getText().equals("ftp-ready"));
        assertThat(device.state()).isEqualTo("ftp-ready");
        assertThat(device.firewall()).isEqualTo(started);
    }

    @Test
    void follows_a_reset_that_somebody_else_has_made() throws Exception {
        controlled.device().reset("factory");

        browser.awaitText("#facts", "State factory");
        assertThat(states().getFirstSelectedOption().getText()).isEqualTo("factory");
    }

    @Test
    void lists_every_fault_with_its_parameters() {
        for (FaultKind fault : FaultKind.values()) {
            assertThat(toggle(fault).getDomAttribute("aria-label"))
                    .isEqualTo(fault.label() + ": " + fault.description());
            for (FaultKind.Parameter parameter : fault.parameters()) {
                assertThat(field(fault, parameter.name()).getDomProperty("value"))
                        .isEqualTo(parameter.example());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_is_switched_on_and_off(FaultKind fault) {
        toggle(fault).click();
        browser.awaitText("#status", fault.label() + " is on.");
        awaitOn(fault, true);
        assertThat(controlled.device().faults().active())
                .isEqualTo(List.of(FaultText.parse(fault.example()).fault()));

        toggle(fault).click();
        browser.awaitText("#status", fault.label() + " is off.");
        awaitOn(fault, false);
        assertThat(controlled.device().faults().active()).isEmpty();
    }

    @Test
    void by_keyboard_alone_one_is_started_with_other_values_and_switched_off() {
        field(FaultKind.SLOW_LINK, "rate").sendKeys(ALL, "10mbit", Keys.TAB);
        browser.find("#faults input:focus").sendKeys(ALL, "20ms", Keys.ENTER);
        browser.awaitText("#faults .on", "on: rate=10mbit, delay=20ms");
        assertThat(controlled.device().faults().active())
                .isEqualTo(List.of(new Fault.SlowLink(10_000_000, Duration.ofMillis(20))));

        browser.find("#faults input:focus").sendKeys(ALL, "30ms", Keys.ENTER);
        browser.awaitText("#faults .on", "on: rate=10mbit, delay=30ms");

        toggle(FaultKind.SLOW_LINK).sendKeys(Keys.SPACE);
        awaitOn(FaultKind.SLOW_LINK, false);
    }

    @Test
    void one_that_has_a_time_ends_by_itself() {
        browser.find("#fault-for").sendKeys("300ms");
        toggle(FaultKind.NO_ANSWER).click();
        browser.awaitText("#status", "no-answer is on for 300ms.");

        browser.awaitText("#journal", "fault no-answer is over");
        awaitOn(FaultKind.NO_ANSWER, false);
        assertThat(controlled.device().journal().events(FaultEnded.class)).hasSize(1);
    }

    @Test
    void a_value_that_is_none_is_refused_in_words() {
        field(FaultKind.SLOW_CARD, "rate").sendKeys("fast", Keys.ENTER);

        browser.awaitText("#status", "slow-card: '512KiBfast' is not");
        assertThat(browser.find("#status").getDomAttribute("class")).isEqualTo("bad");
        awaitOn(FaultKind.SLOW_CARD, false);
    }

    @Test
    void shows_what_somebody_else_has_switched_and_ends_all() throws Exception {
        controlled.device().faults().start(new Fault.CardFull(1024));
        controlled.device().faults().start(new Fault.CardRemoved());
        awaitOn(FaultKind.CARD_REMOVED, true);
        browser.awaitText("#faults .on", "on: free=1KiB");
        assertThat(field(FaultKind.CARD_FULL, "free").getDomProperty("value")).isEqualTo("1KiB");

        browser.find("#end-faults").click();

        browser.awaitText("#status", "No fault is on.");
        awaitOn(FaultKind.CARD_FULL, false);
        awaitOn(FaultKind.CARD_REMOVED, false);
        assertThat(controlled.device().faults().active()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"light, 1100", "dark, 1100", "light, 390", "dark, 390", "light, 320"})
    void is_accessible_and_fits_with_faults_on(String colours, int width) throws Exception {
        browser.looks(width, 900, colours);
        controlled.device().faults().start(new Fault.SlowLink(10_000_000, Duration.ofMillis(20)));
        controlled.device().faults().start(new Fault.ClockReset());
        awaitOn(FaultKind.CLOCK_RESET, true);

        assertThat(browser.violations()).isEmpty();
        assertThat(browser.fits()).isTrue();
        assertThat(browser.complaints()).isEmpty();
        browser.picture("control-faults-" + colours + "-" + width);
    }
}
