package org.wec7emu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wec7emu.journal.TransferMode;

/** Which verdict it is where several things went wrong. */
class TieBreakTests {
    private static final String UNRECOGNIZED = "Syntax error, command unrecognized.";

    @Test
    void a_refused_command_that_the_client_got_over_does_not_count() {
        Told told = Told.begin().loggedIn().command("SIZE a", 500, UNRECOGNIZED);

        assertThat(told.passive(49_152).blocked(49_152).endingWith(28).verdict())
                .isEqualTo(ClientVerdict.PASSIVE_BLOCKED);
        assertThat(told.active(1)
                        .opened(TransferMode.ACTIVE)
                        .complete()
                        .endingWith(0)
                        .verdict())
                .isEqualTo(ClientVerdict.WORKS_AFTER_FALLBACK);
    }

    @Test
    void a_refused_command_after_the_drop_is_not_the_cause() {
        assertThat(Told.begin()
                        .loggedIn()
                        .passive(49_152)
                        .blocked(49_152)
                        .command("ABOR", 500, UNRECOGNIZED)
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.PASSIVE_BLOCKED);
    }

    @Test
    void where_both_modes_fail_it_is_the_active_one_that_can_be_mended() {
        Diagnosis passiveFirst = Told.begin()
                .loggedIn()
                .passive(49_152)
                .blocked(49_152)
                .active(1)
                .dialLost(1)
                .endingWith(1);
        Diagnosis activeFirst = Told.begin()
                .loggedIn()
                .active(1)
                .dialLost(1)
                .passive(49_152)
                .blocked(49_152)
                .endingWith(1);

        assertThat(passiveFirst.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(activeFirst.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(activeFirst.cause()).contains("(active mode): a NAT; and the device's firewall dropped");
        assertThat(activeFirst.rule()).as("what decided is no rule").isEmpty();
    }

    @Test
    void one_transfer_that_is_blocked_is_not_made_good_by_another_before_it() {
        assertThat(Told.begin()
                        .loggedIn()
                        .active(1)
                        .opened(TransferMode.ACTIVE)
                        .complete()
                        .passive(49_152)
                        .blocked(49_152)
                        .endingWith(0)
                        .verdict())
                .isEqualTo(ClientVerdict.PASSIVE_BLOCKED);
    }

    @Test
    void a_login_that_succeeds_after_all_counts() {
        assertThat(Told.begin()
                        .connected()
                        .refused("anonymous")
                        .loggedIn()
                        .active(1)
                        .opened(TransferMode.ACTIVE)
                        .complete()
                        .endingWith(0)
                        .verdict())
                .isEqualTo(ClientVerdict.WORKS);
    }

    @Test
    void a_refused_login_beats_the_refused_commands_after_it() {
        assertThat(Told.begin()
                        .connected()
                        .refused("webguest")
                        .command("FEAT", 500, UNRECOGNIZED)
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.LOGIN_REFUSED);
    }

    @Test
    void whoever_got_in_was_not_kept_out_by_drops_before_that() {
        assertThat(Told.begin().dropped(21).loggedIn().endingWith(0).verdict())
                .isEqualTo(ClientVerdict.NOTHING_TRANSFERRED);
    }

    @Test
    void a_last_transfer_that_breaks_off_is_no_success_whatever_the_client_says() {
        assertThat(Told.begin()
                        .loggedIn()
                        .active(1)
                        .opened(TransferMode.ACTIVE)
                        .complete()
                        .broke()
                        .endingWith(0)
                        .verdict())
                .isEqualTo(ClientVerdict.CLIENT_FAILED);
    }

    @Test
    void a_refused_file_is_no_unsupported_command() {
        assertThat(Told.begin()
                        .loggedIn()
                        .command("RETR b", 550, "no")
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.CLIENT_FAILED);
    }
}
