package org.wec7emu.cli;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The time at which rules are looked at that hold at certain times only. */
final class AtOption {
    private static final String AT = "--at";

    private final Subcommand command;

    AtOption(Subcommand command) {
        this.command = command;
        command.option(
                AT,
                "TIME",
                "Time of the device's clock, as in '2026-11-24 21:30', for rules that hold at certain times; now unless"
                        + " told.");
    }

    LocalDateTime time() throws BadInput {
        String text = command.value(AT);
        if (text == null) {
            return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new BadInput(AT + " " + text + ": it takes a day and a time, as in '2026-11-24 21:30'");
        }
    }

    /** As the option takes it. */
    static String text(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }
}
