package org.wec7emu.measure.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.FtpReplies;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpReplies.Text;
import org.wec7emu.profile.ProfileValue;

/** Which values of a profile an observation rests on. */
final class DecidingValues {
    private static final String REPLIES = "ftp.replies.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+\\}");

    private DecidingValues() {}

    /** The values at these paths, in their order, each once; a path stands for all beneath it. */
    static List<ProfileValue> at(DeviceInState image, List<String> paths) {
        Set<ProfileValue> found = new LinkedHashSet<>();
        for (String path : paths) {
            image.values().stream()
                    .filter(value -> value.path().equals(path) || isBeneath(value.path(), path))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static boolean isBeneath(String value, String path) {
        return value.startsWith(path) && (value.charAt(path.length()) == '.' || value.charAt(path.length()) == '[');
    }

    /** The paths of the replies that a line may be one of. */
    static List<String> replies(FtpReplies replies, String line) {
        List<String> paths = new ArrayList<>();
        for (Occasion occasion : Occasion.values()) {
            if (pattern(replies.get(occasion)).matcher(line).matches()) {
                paths.add(REPLIES + occasion.key());
            }
        }
        return paths;
    }

    private static Pattern pattern(Text reply) {
        String whole = reply.code() + " " + reply.text();
        StringBuilder regex = new StringBuilder();
        int from = 0;
        var places = PLACEHOLDER.matcher(whole);
        while (places.find()) {
            regex.append(Pattern.quote(whole.substring(from, places.start()))).append(".*");
            from = places.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(whole.substring(from))).toString());
    }

    /**
     * The values that make the difference: those that aren't the same on the other side; all where none of either differs.
     *
     * @param mine what this side's observation rests on
     * @param other the same of the other side
     */
    static List<ProfileValue> deciding(List<ProfileValue> mine, List<ProfileValue> other) {
        List<ProfileValue> different =
                mine.stream().filter(value -> !has(other, value)).toList();
        boolean nothingDiffers = different.isEmpty() && other.stream().allMatch(value -> has(mine, value));
        return nothingDiffers ? mine : different;
    }

    private static boolean has(List<ProfileValue> values, ProfileValue wanted) {
        return values.stream()
                .anyMatch(value ->
                        value.path().equals(wanted.path()) && value.text().equals(wanted.text()));
    }
}
