package org.wec7emu.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ReplySent;

/**
 * What the device refused, and what clients did then; collected event by event. QUIT and ABOR, by which they leave, count as
 * nothing.
 */
final class Refusals {
    /** Of reply codes: those below are preliminary. */
    static final int LOWEST_FINAL = 200;

    private static final Set<String> LEAVING = Set.of("QUIT", "ABOR");

    private final Map<Long, CommandReceived> unanswered = new HashMap<>();
    /** By session: verbs that the device doesn't know, and that nothing was answered well since. */
    private final Map<Long, Set<String>> open = new HashMap<>();
    /** Verbs that the device doesn't know, and that a client went on without. */
    private final Set<String> gotOver = new HashSet<>();

    private boolean transferred;
    private @Nullable Refusal last;
    private @Nullable Refusal lastThatMatters;

    void take(CommandReceived command) {
        unanswered.put(command.session(), command);
    }

    /** What the device says unasked, as its goodbye to a session that is idle, answers no command. */
    void take(ReplySent reply) {
        CommandReceived command = unanswered.get(reply.session());
        if (reply.code() >= LOWEST_FINAL) {
            unanswered.remove(reply.session());
        }
        if (command == null || LEAVING.contains(command.verb())) {
            return;
        }
        if (Refusal.is(reply.code())) {
            refused(command, reply);
        } else {
            last = null;
            gotOver.addAll(open.getOrDefault(reply.session(), Set.of()));
            open.remove(reply.session());
        }
    }

    private void refused(CommandReceived command, ReplySent reply) {
        Refusal refusal = new Refusal(command.verb(), command.argument(), reply.code(), reply.text());
        last = refusal;
        if (refusal.isUnsupported()) {
            open.computeIfAbsent(command.session(), session -> new HashSet<>()).add(command.verb());
        } else {
            lastThatMatters = refusal;
        }
    }

    void transferred() {
        transferred = true;
    }

    /** The command that the device doesn't know and that the client, as far as a journal shows, couldn't do without; or null. */
    @Nullable
    Refusal gaveUpOver() {
        Refusal refusal = last;
        return refusal == null
                        || !refusal.isUnsupported()
                        || refusal.isMinor(transferred)
                        || gotOver.contains(refusal.verb())
                ? null
                : refusal;
    }

    /** What is to be said of them where something else decided: words behind a sentence, or nothing. */
    String words() {
        if (last != null) {
            return "; the last that it asked for was " + last.command() + ", which the device answered with "
                    + last.answer();
        }
        return lastThatMatters == null ? "" : "; " + lastThatMatters.sentence();
    }
}
