package org.wec7emu.measure.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.Grade;
import org.wec7emu.profile.ProfileValue;

/**
 * What is said behind "blocked by the firewall" where one image has it switched on as delivered and the other, of the same
 * family, has not: since which level, as far as that is documented.
 */
record Since(Side first, Side second) {
    private static final String ENABLED = "firewall.enabled";
    private static final Pattern LEVEL = Pattern.compile("(.+?)_(?:pre-)?(v\\d+[a-z]?).*");

    String inFirst(Seen seen, List<ProfileValue> deciding) {
        return of(seen, deciding, first, second);
    }

    String inSecond(Seen seen, List<ProfileValue> deciding) {
        return of(seen, deciding, second, first);
    }

    private static String of(Seen seen, List<ProfileValue> deciding, Side mine, Side other) {
        Optional<ProfileValue> on = deciding.stream()
                .filter(value -> value.path().equals(ENABLED) && value.text().equals("true"))
                .findFirst();
        boolean byDefault = mine instanceof Emulated emulated
                && emulated.delivered().firewall().enabled();
        if (!seen.outcome().equals(Transfer.BLOCKED) || on.isEmpty() || !byDefault) {
            return "";
        }
        Matcher level = LEVEL.matcher(mine.name());
        if (!level.matches() || mine.name().contains("_pre-") || !other.name().startsWith(level.group(1) + "_")) {
            return " (the default)";
        }
        boolean documented = on.get().evidence().grade() == Grade.DOCUMENTED;
        return " (default " + (documented ? "since " : "in ") + level.group(2) + ")";
    }
}
