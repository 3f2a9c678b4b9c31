package org.wec7emu.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;

/**
 * What a journal says of a client.
 *
 * @param cause why it came to the verdict, in a sentence without a full stop
 * @param rule the rule of the device's firewall that decided, or empty
 * @param mode of the last data connection that was opened
 * @param lost time that went into data connections that couldn't be had, before the client fell back
 * @param restsOn paths of the profile's values that it would be another verdict without, such as {@code firewall.enabled}; a
 *     path stands for all beneath it
 */
public record Diagnosis(
        ClientVerdict verdict,
        String cause,
        String rule,
        Optional<TransferMode> mode,
        Duration lost,
        List<String> restsOn) {
    public Diagnosis {
        restsOn = List.copyOf(restsOn);
    }

    /**
     * Reads a journal. It is taken for that of one client, however many control connections it opened.
     *
     * <p>What decides where several things went wrong: a data connection that got lost, and no transfer was completed since,
     * before all else; of those the active one, as the advice against a blocked passive one is active mode. Then a refused
     * login; then a refused command that the client gave up over; then how the client ended.
     *
     * <p>A client gave up over a command if it ended by itself, with an exit code other than 0, and no transfer had broken off, and
     * the command was the last that it asked for before QUIT or ABOR, was refused with 500, 502 or 504, and is none that clients go
     * on without. That is: none that it went on without before in the same journal, as something was answered well since; none of
     * FEAT, OPTS, CLNT, LANG and HOST; and behind a complete transfer none of MDTM, MFMT and SITE, by which clients carry over a
     * file's time. All else that a client did before it failed, a file that isn't there included, leaves it at
     * {@link ClientVerdict#CLIENT_FAILED}, and the cause tells the refusal. Of a saved journal nobody knows the exit code: there
     * the same holds, if no transfer is complete.
     *
     * @param journal oldest first
     */
    public static Diagnosis of(List<DeviceEvent> journal, ClientEnd end) {
        return new Rulings(Course.of(journal), end).diagnosis();
    }
}
