package org.wec7emu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.TransferMode;

/** When a client that failed gave up over a command that the device hasn't got, and when it failed by itself. */
class GivingUpTests {
    private static final String UNRECOGNIZED = "Syntax error, command unrecognized.";

    private static Told refused(Told told, String command) {
        return told.command(command, 500, UNRECOGNIZED);
    }

    private static Told download(Told told) {
        return told.active(4243)
                .command("RETR a", 150, "Opening")
                .opened(TransferMode.ACTIVE)
                .complete()
                .reply(226, "Closing data connection.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIZE a", "MLSD", "REST 100", "MDTM a", "AUTH TLS", "APPE a", "SITE CHMOD 644 a", "STAT"})
    void a_command_that_is_refused_and_the_last_is_what_it_gave_up_over(String command) {
        assertThat(refused(Told.begin().loggedIn(), command)
                        .gone()
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
    }

    @ParameterizedTest
    @CsvSource({"500, ftp.replies.unrecognized", "502, ftp.replies.not-implemented", "504, ftp.replies.bad-parameter"})
    void the_verdict_rests_on_the_reply(int code, String path) {
        assertThat(Told.begin()
                        .loggedIn()
                        .command("MODE Z", code, "no")
                        .endingWith(1)
                        .restsOn())
                .containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEAT", "OPTS UTF8 ON", "CLNT lftp", "SIZE a", "MDTM a", "MLSD"})
    void a_client_that_goes_on_and_fails_later_failed_by_itself(String command) {
        Diagnosis diagnosis =
                download(refused(Told.begin().loggedIn(), command)).gone().endingWith(3);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(diagnosis.cause()).isEqualTo("the client ended with exit code 3, though 1 transfer was complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FEAT", "OPTS UTF8 ON", "CLNT ncftp", "LANG en", "HOST plc"})
    void no_client_gives_up_over_what_it_must_be_ready_to_do_without(String command) {
        Diagnosis diagnosis = refused(Told.begin().loggedIn(), command).gone().endingWith(1);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(diagnosis.cause())
                .isEqualTo("the client ended with exit code 1; the last that it asked for was " + command
                        + ", which the device answered with 500 Syntax error, command unrecognized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MDTM 20261124064459 a", "MFMT 20261124064459 a", "SITE UTIME a 20261124064459"})
    void nor_over_a_files_time_once_the_file_is_there(String command) {
        assertThat(refused(download(Told.begin().loggedIn()), command)
                        .command("QUIT", 221, "bye")
                        .endingWith(7)
                        .verdict())
                .isEqualTo(ClientVerdict.CLIENT_FAILED);
    }

    @Test
    void but_over_the_size_of_what_it_has_uploaded_it_may() {
        assertThat(refused(download(Told.begin().loggedIn()), "SIZE a")
                        .endingWith(1)
                        .verdict())
                .isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
    }

    @Test
    void a_command_that_it_went_on_without_before_is_not_what_it_gave_up_over() {
        Told twice = refused(download(refused(Told.begin().loggedIn(), "SIZE a")), "SIZE b");

        assertThat(twice.endingWith(1).verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
    }

    @Test
    void trying_again_is_not_going_on() {
        Told again = refused(refused(Told.begin().loggedIn(), "SIZE a"), "SIZE a");
        Told anew = refused(
                refused(Told.begin().loggedIn(), "SIZE a").gone().loggedIn().command("TYPE I", 200, "Command okay."),
                "SIZE a");

        assertThat(again.endingWith(1).verdict()).isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
        assertThat(anew.endingWith(1).verdict()).isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABOR", "QUIT"})
    void how_a_client_leaves_is_not_why(String command) {
        Told left = refused(Told.begin().loggedIn().command("RETR b", 550, "no"), command);

        assertThat(left.endingWith(1).verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(left.endingWith(1).cause()).endsWith("was RETR b, which the device answered with 550 no");
    }

    @Test
    void where_a_transfer_broke_off_that_comes_before_what_was_refused_after_it() {
        Diagnosis diagnosis = refused(Told.begin().loggedIn().broke(), "REST 5").endingWith(1);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(diagnosis.cause()).contains("/a broke off after 5 bytes", "was REST 5, which the device answered");
    }

    @Test
    void a_client_that_had_to_be_ended_had_not_given_up() {
        Told told = refused(Told.begin().loggedIn(), "SIZE a");

        assertThat(told.killed().verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(told.killed().cause())
                .startsWith("the client was still running")
                .contains("was SIZE a, which");
        assertThat(told.stopped(Duration.ofSeconds(2)).verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
    }

    @Test
    void one_that_is_content_had_not_either() {
        Diagnosis diagnosis = refused(Told.begin().loggedIn(), "REST 0").endingWith(0);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.NOTHING_TRANSFERRED);
        assertThat(diagnosis.cause())
                .startsWith(
                        "no transfer was completed; the last that it asked for was REST 0, which the device answered");
    }

    @Test
    void of_a_saved_journal_it_is_what_the_last_command_says() {
        assertThat(refused(Told.begin().loggedIn(), "SIZE a").unseen().verdict())
                .isEqualTo(ClientVerdict.UNSUPPORTED_COMMAND);
        assertThat(refused(Told.begin().loggedIn(), "FEAT").unseen().verdict())
                .isEqualTo(ClientVerdict.NOTHING_TRANSFERRED);
    }

    @Test
    void a_file_that_is_not_there_is_told_though_more_was_asked_for_since() {
        Diagnosis diagnosis = Told.begin()
                .loggedIn()
                .command("RETR b", 550, "File unavailable.")
                .command("PWD", 257, "\"/\".")
                .endingWith(1);

        assertThat(diagnosis.verdict()).isEqualTo(ClientVerdict.CLIENT_FAILED);
        assertThat(diagnosis.cause())
                .isEqualTo("the client ended with exit code 1; the device answered RETR b with 550 File unavailable");
    }

    @Test
    void what_the_device_says_unasked_answers_no_command() {
        assertThat(Told.begin()
                        .loggedIn()
                        .command("PWD", 257, "\"/\".")
                        .reply(421, "Service not available, closing control connection.")
                        .endingWith(1)
                        .cause())
                .isEqualTo("the client ended with exit code 1");
    }
}
