package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.cli.ChecksAtOnce.Subject;

/**
 * What came of a client with one or more images.
 *
 * @param client its command line, before a device's address was put in; empty when all there is of it is a journal
 * @param checks one an image, in the order asked for
 * @param unchecked images whose turn hadn't come when the check was stopped
 */
record CheckReport(List<String> client, Expect expect, List<CheckedClient> checks, List<String> unchecked) {
    CheckReport {
        client = List.copyOf(client);
        checks = List.copyOf(checks);
        unchecked = List.copyOf(unchecked);
    }

    /** @param checked what came of each subject, nothing of one whose turn hadn't come */
    static CheckReport of(
            List<String> client, Expect expect, List<Subject> subjects, List<Optional<CheckedClient>> checked) {
        List<CheckedClient> checks = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            checked.get(i).ifPresentOrElse(checks::add, noting(unchecked, subjects.get(i)));
        }
        return new CheckReport(client, expect, checks, unchecked);
    }

    private static Runnable noting(List<String> unchecked, Subject subject) {
        return () -> unchecked.add(subject.name());
    }

    /** What the user wants to see. */
    enum Expect {
        WORKS,
        BLOCKED;

        /** Whether a verdict is what was expected. */
        boolean isMetBy(ClientVerdict verdict) {
            return this == WORKS ? verdict.works() : verdict.blocked();
        }

        /** As users write it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isGood() {
        return unchecked.isEmpty() && checks.stream().allMatch(this::isGood);
    }

    boolean isGood(CheckedClient check) {
        return expect.isMetBy(check.diagnosis().verdict()) && !(check.end() instanceof ClientEnd.Stopped);
    }

    /** What is to be said of a verdict that surprises: "", or as in " (expected: blocked)". */
    String surprise(CheckedClient check) {
        if (check.end() instanceof ClientEnd.Stopped) {
            return " (stopped)";
        }
        return isGood(check) || expect == Expect.WORKS ? "" : " (expected: " + expect.label() + ")";
    }
}
