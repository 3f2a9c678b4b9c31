package org.wec7emu.check.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wec7emu.device.Device;

/**
 * A client's command line in which {@code {host}}, {@code {port}}, {@code {user}}, {@code {password}}, {@code {url}} and
 * {@code {image}} stand for a device's.
 *
 * @param words at least one, the program
 */
public record CommandTemplate(List<String> words) {
    private static final String VARIABLE = "WEC7_";

    public CommandTemplate {
        words = List.copyOf(words);
    }

    /** The command line for a device. */
    List<String> on(Device device) {
        return words.stream().map(word -> fill(word, device)).toList();
    }

    /** A text in which the same stand for a device's. */
    static String fill(String text, Device device) {
        String filled = text;
        for (Map.Entry<String, String> value : values(device).entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The same for the client's environment: {@code WEC7_HOST} and so on. */
    static Map<String, String> environment(Device device) {
        Map<String, String> environment = new LinkedHashMap<>();
        values(device).forEach((name, value) -> environment.put(VARIABLE + name.toUpperCase(Locale.ROOT), value));
        return environment;
    }

    private static Map<String, String> values(Device device) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", device.host());
        values.put("port", Integer.toString(device.port()));
        values.put("user", device.user());
        values.put("password", device.password());
        values.put("url", device.url());
        values.put("image", device.profile().image());
        return values;
    }
}
