package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/** Reads {@code firewall:}. */
final class FirewallSection {
    private final Cursor cursor;

    FirewallSection(Cursor cursor) {
        this.cursor = cursor;
    }

    RuleSet read() {
        Dialect dialect = cursor.choice("dialect", Dialect.values());
        boolean enabled = cursor.flag("enabled");
        List<Rule> rules = new ArrayList<>();
        Cursor named = cursor.section("rules", "rule1: {" + RuleSection.EXAMPLE + "}");
        for (Map.Entry<String, Cursor> entry :
                named.sections(RuleSection.EXAMPLE).entrySet()) {
            rules.add(new RuleSection(entry.getValue()).read(entry.getKey()));
        }
        cursor.close();
        return new RuleSet(dialect, enabled, rules);
    }
}
