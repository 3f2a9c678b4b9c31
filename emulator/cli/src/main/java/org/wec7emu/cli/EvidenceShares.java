package org.wec7emu.cli;

import java.util.EnumMap;
import java.util.Map;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Grade;
import org.wec7emu.profile.ProfileValue;

/** How many values of a profile have which grade. */
record EvidenceShares(Map<Grade, Integer> counts, int total) {
    private static final double WHOLE = 100.0;

    static EvidenceShares of(DeviceProfile profile) {
        Map<Grade, Integer> counts = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            counts.put(grade, 0);
        }
        for (ProfileValue value : profile.values()) {
            counts.merge(value.evidence().grade(), 1, Integer::sum);
        }
        return new EvidenceShares(counts, profile.values().size());
    }

    /** In whole percent. */
    int percent(Grade grade) {
        return (int) Math.round(WHOLE * counts.getOrDefault(grade, 0) / Math.max(1, total));
    }

    /** As in "22 % documented, 17 % observed, ...", best grade first; grades that no value has are left out. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Grade grade : Grade.values()) {
            if (counts.getOrDefault(grade, 0) > 0) {
                text.append(text.length() == 0 ? "" : ", ")
                        .append(percent(grade))
                        .append(" % ")
                        .append(grade.label());
            }
        }
        return text.toString();
    }
}
