package org.wec7emu.measure.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.measure.probe.Answers.Answer;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileValue;

/**
 * How much a server is like an image.
 *
 * @param image in the state in which it runs
 * @param equal how many of the values that were found are the image's
 * @param of how many were found
 * @param differing what isn't the image's, with both values
 */
public record Resemblance(DeviceInState image, int equal, int of, List<String> differing) {
    static final String ACCOUNTS = "ftp.accounts";

    public Resemblance {
        differing = List.copyOf(differing);
    }

    /** Compares what was found with an image in its default state. */
    public static Resemblance of(Findings findings, DeviceProfile delivered) {
        DeviceInState image = DeviceInState.of(delivered, delivered.defaultState());
        Map<String, String> values = new HashMap<>();
        for (ProfileValue value : image.values()) {
            values.put(value.path(), value.text());
        }
        List<String> differing = new ArrayList<>();
        int of = 0;
        for (Map.Entry<String, Answer> entry : findings.answers().settled().entrySet()) {
            of++;
            String key = entry.getKey();
            String found = entry.getValue().value();
            String expected = key.equals(ACCOUNTS) ? account(image, found) : values.getOrDefault(key, "(none)");
            if (!expected.equals(found)) {
                differing.add(key + ": " + found + ", and not " + expected);
            }
        }
        int equal = of - differing.size();
        int ports = findings.looks().size();
        int agreeing = FirewallReading.agreeing(findings, image.profile().firewall());
        if (agreeing < ports) {
            differing.add("the firewall's rules say otherwise of " + (ports - agreeing) + " of " + ports + " ports");
        }
        return new Resemblance(image, equal + agreeing, of + ports, differing);
    }

    /** The images of a catalogue, those that are most like it first; of equals, those that come later in the catalogue. */
    public static List<Resemblance> ranked(Findings findings, List<DeviceProfile> catalogue) {
        List<Resemblance> ranked = new ArrayList<>();
        for (DeviceProfile delivered : catalogue) {
            ranked.add(0, of(findings, delivered));
        }
        ranked.sort(Comparator.comparingInt(Resemblance::equal).reversed());
        return ranked;
    }

    private static String account(DeviceInState image, String user) {
        return image.profile().ftp().access().accounts().stream()
                .map(Account::user)
                .filter(user::equalsIgnoreCase)
                .findFirst()
                .orElse("(none)");
    }

    /** Whether nothing that was found is otherwise. */
    public boolean isComplete() {
        return differing.isEmpty();
    }
}
