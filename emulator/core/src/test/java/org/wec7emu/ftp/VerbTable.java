package org.wec7emu.ftp;

import java.util.List;
import org.wec7emu.ftp.Verb.ArgumentRule;
import org.wec7emu.ftp.Verb.Support;
import org.wec7emu.profile.Evidence;

/** The table of verbs, for tests and the compliance page. */
public final class VerbTable {
    private VerbTable() {}

    /** A line of it. */
    public record Row(
            String name, boolean works, boolean needsArgument, boolean takesNone, boolean path, Evidence evidence) {}

    /** In the order of the table. */
    public static List<Row> rows() {
        return Verbs.all().stream().map(VerbTable::row).toList();
    }

    private static Row row(Verb verb) {
        return new Row(
                verb.name(),
                verb.support() == Support.WORKS,
                verb.argument().isNeeded(),
                verb.argument() == ArgumentRule.NONE,
                verb.argument().isPath(),
                verb.evidence());
    }
}
