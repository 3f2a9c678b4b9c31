package org.wec7emu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.TransferMode;

/** Each verdict from the journal that calls for it. */
class DiagnosisTests {
    private static Told activeTransfer(Told told) {
        return told.active(4243).opened(TransferMode.ACTIVE).complete();
    }

    @Test
    void a_complete_transfer_of_a_content_client_works() {
        Diagnosis diagnosis = activeTransfer(Told.begin().loggedIn()).gone().endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.WORKS);
        assertThat(diagnosis.cause()).isEqualTo("1 transfer is complete, in active mode");
        assertThat(diagnosis.mode()).contains(TransferMode.ACTIVE);
        assertThat(diagnosis.lost()).isZero();
        assertThat(diagnosis.restsOn()).containsExactly("firewall.enabled");
    }

    @Test
    void passive_mode_that_gets_through_works_as_well() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .passive(49_152)
                .opened(TransferMode.PASSIVE)
                .complete()
                .endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.WORKS);
        assertThat(diagnosis.cause()).endsWith("in passive mode");
    }

    @Test
    void a_passive_attempt_before_an_active_one_that_works_is_a_fallback_with_its_seconds() {
        Diagnosis diagnosis = activeTransfer(
                        Told.begin().loggedIn().passive(49_152).blocked(49_152).reply(425, ""))
                .endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.WORKS_AFTER_FALLBACK);
        assertThat(diagnosis.lost()).isEqualTo(Duration.ofSeconds(3));
        assertThat(diagnosis.cause()).contains("but only after 3.0 s: the device's firewall dropped", "port 49152");
        assertThat(diagnosis.rule()).isEqualTo("BlockAllRule");
    }

    @Test
    void a_fallback_may_take_another_control_connection() {
        Told told = Told.begin().loggedIn().passive(49_152).blocked(49_152).gone();

        Diagnosis diagnosis = activeTransfer(told.loggedIn()).endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.WORKS_AFTER_FALLBACK);
        assertThat(diagnosis.lost()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void falling_back_from_active_to_passive_is_a_fallback_too() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .active(4243)
                .dialLost(4243)
                .passive(49_152)
                .opened(TransferMode.PASSIVE)
                .complete()
                .endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.WORKS_AFTER_FALLBACK);
        assertThat(diagnosis.rule()).isEmpty();
    }

    @Test
    void a_passive_data_connection_that_the_firewall_drops_is_blocked() {
        Diagnosis diagnosis =
                Told.begin().loggedIn().passive(49_152).blocked(49_152).gone().endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.PASSIVE_BLOCKED);
        assertThat(diagnosis.cause())
                .isEqualTo("the device's firewall dropped the client's connect to port 49152 (passive mode):"
                        + " no rule allows it");
        assertThat(diagnosis.rule()).isEqualTo("BlockAllRule");
        assertThat(diagnosis.restsOn())
                .containsExactly("firewall.enabled", "firewall.rules.BlockAllRule", "stack.ephemeral-ports");
    }

    @Test
    void a_client_that_hangs_in_passive_mode_is_blocked() {
        assertThat(Told.begin()
                        .loggedIn()
                        .passive(49_152)
                        .blocked(49_152)
                        .killed()
                        .verdict())
                .isEqualTo(ClientVerdict.PASSIVE_BLOCKED);
    }

    @Test
    void a_dropped_connect_to_port_21_blocks_the_control_connection() {
        Diagnosis diagnosis = Told.begin().dropped(21).endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CONTROL_BLOCKED);
        assertThat(diagnosis.rule()).isEqualTo("BlockAllRule");
    }

    @Test
    void a_dial_that_gets_lost_on_the_clients_side_leaves_it_unreachable() {
        Diagnosis diagnosis =
                Told.begin().loggedIn().active(4243).dialLost(4243).gone().endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(diagnosis.cause())
                .isEqualTo("the device couldn't reach the client's port 4243 (active mode): a NAT");
    }

    @Test
    void a_dial_that_the_devices_own_rule_drops_is_told_with_the_rule_and_its_remedy() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .active(4243)
                .dialBlocked(4243)
                .timedOut(TransferMode.ACTIVE, 4243)
                .gone()
                .endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(diagnosis.cause())
                .isEqualTo("the device's own firewall dropped its connect to the client's port 4243 (active mode):"
                        + " rule rule30: Block any");
        assertThat(diagnosis.rule()).isEqualTo("rule30");
        assertThat(diagnosis.restsOn()).contains("firewall.rules.rule30");
        assertThat(Hints.bundled().of(diagnosis, List.of("curl"), "").text())
                .isEqualTo("let the device connect to its clients: take the outbound rule rule30 out of its firewall,"
                        + " or narrow it");
    }

    @Test
    void so_does_one_that_the_client_refuses_or_never_answers() {
        assertThat(Told.begin()
                        .loggedIn()
                        .active(1)
                        .dialRefused(1)
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(Told.begin()
                        .loggedIn()
                        .active(1)
                        .timedOut(TransferMode.ACTIVE, 1)
                        .endingWith(1)
                        .cause())
                .endsWith("no answer in 30.0 s");
    }

    @Test
    void a_client_that_leaves_before_the_device_gives_up_its_dial_was_unreachable() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .active(4243)
                .command("LIST", 150, "Opening")
                .gone()
                .endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
    }

    @Test
    void so_was_one_whom_the_device_still_tells_so_as_it_leaves() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .active(4243)
                .command("LIST", 150, "Opening")
                .reply(425, "Can't open data connection.")
                .gone()
                .endingWith(28);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.ACTIVE_UNREACHABLE);
        assertThat(diagnosis.cause()).endsWith("port 4243 (active mode): nothing answered before the client went");
    }

    @Test
    void a_command_that_is_refused_as_unknown_and_ends_it_all_is_unsupported() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .command("SIZE a.txt", 500, "Syntax error, command unrecognized.")
                .command("QUIT", 221, "bye")
                .endingWith(1);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
        assertThat(diagnosis.cause())
                .isEqualTo("the device answered SIZE a.txt with 500 Syntax error, command unrecognized,"
                        + " and the client gave up");
        assertThat(diagnosis.restsOn()).containsExactly("ftp.replies.unrecognized");
    }

    @Test
    void a_refused_login_is_told_with_its_user() {
        Diagnosis diagnosis = Told.begin().connected().refused("webguest").endingWith(67);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.LOGIN_REFUSED);
        assertThat(diagnosis.cause()).contains("user webguest");
    }

    @Test
    void a_client_that_complains_of_something_else_failed() {
        Diagnosis diagnosis = activeTransfer(Told.begin().loggedIn())
                .command("RETR b", 550, "File not found")
                .endingWith(78);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(diagnosis.cause())
                .contains(
                        "exit code 78",
                        "though 1 transfer was complete",
                        "last that it asked for was RETR b, which the device answered with 550");
    }

    @Test
    void a_client_that_does_not_end_failed() {
        assertThat(activeTransfer(Told.begin().loggedIn()).killed().verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
    }

    @Test
    void a_content_client_without_a_transfer_transferred_nothing() {
        assertThat(Told.begin().loggedIn().gone().endingWith(0).verdict()).isEqualTo(ClientVerdict.NOTHING_TRANSFERRED);
        assertThat(Told.begin().loggedIn().broke().endingWith(0).cause()).contains("/a broke off after 5 bytes");
    }

    @Test
    void a_client_that_never_came_had_no_connection() {
        assertThat(Told.begin().endingWith(0).verdict()).isEqualTo(ClientVerdict.NO_CONNECTION);
        assertThat(Told.begin().dropped(443).killed().verdict()).isEqualTo(ClientVerdict.NO_CONNECTION);
        assertThat(Told.started(false).endingWith(7).cause()).contains("the device's FTP server is off");
    }

    @Test
    void of_a_saved_journal_the_exit_code_is_not_held_against_the_client() {
        assertThat(activeTransfer(Told.begin().loggedIn()).unseen().verdict()).isEqualTo(ClientVerdict.WORKS);
        assertThat(Told.begin().loggedIn().unseen().verdict()).isEqualTo(ClientVerdict.NOTHING_TRANSFERRED);
    }
}
