package org.wec7emu.check.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    List<String> on(ClientTarget target) {
        return words.stream().map(word -> fill(word, target)).toList();
    }

    /** A text in which the same stand for a device's. */
    static String fill(String text, ClientTarget target) {
        String filled = text;
        for (Map.Entry<String, String> value : target.values().entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** The same for the client's environment: {@code WEC7_HOST} and so on. */
    static Map<String, String> environment(ClientTarget target) {
        Map<String, String> environment = new LinkedHashMap<>();
        target.values().forEach((name, value) -> environment.put(VARIABLE + name.toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
