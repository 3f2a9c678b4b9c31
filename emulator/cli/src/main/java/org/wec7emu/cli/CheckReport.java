package org.wec7emu.cli;

import java.util.List;
import java.util.Locale;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.client.CheckedClient;

/**
 * What came of a client with one or more images.
 *
 * @param client its command line, before a device's address was put in
 * @param checks one an image, in the order asked for
 */
record CheckReport(List<String> client, Expect expect, List<CheckedClient> checks) {
    CheckReport {
        client = List.copyOf(client);
        checks = List.copyOf(checks);
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
        return checks.stream().allMatch(this::isGood);
    }

    boolean isGood(CheckedClient check) {
        return expect.isMetBy(check.diagnosis().verdict());
    }

    /** What is to be said of a verdict that surprises: "", or as in " (expected: blocked)". */
    String surprise(CheckedClient check) {
        return isGood(check) || expect == Expect.WORKS ? "" : " (expected: " + expect.label() + ")";
    }
}
