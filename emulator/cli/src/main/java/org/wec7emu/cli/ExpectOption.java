package org.wec7emu.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.cli.CheckReport.Expect;

/** Which verdicts are good. */
final class ExpectOption {
    private static final String EXPECT = "--expect";

    private final Subcommand command;

    ExpectOption(Subcommand command, String description) {
        this.command = command;
        command.option(EXPECT, "works|blocked", description);
    }

    /** Null unless it was told. */
    @Nullable
    Expect told() throws BadInput {
        String text = command.value(EXPECT);
        if (text == null) {
            return null;
        }
        for (Expect known : Expect.values()) {
            if (known.label().equals(text.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new BadInput(EXPECT + " " + text + ": it takes works or blocked");
    }

    Expect orWorks() throws BadInput {
        Expect told = told();
        return told == null ? Expect.WORKS : told;
    }
}
