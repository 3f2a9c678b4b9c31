package org.wec7emu.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event out of its line of JSON; {@link JournalFile} says what such a line is. Members of a later version are left out. */
final class EventLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS = 1e9;
    private static final Map<String, Class<?>> KINDS = new HashMap<>();

    static {
        kinds(DeviceEvent.class).forEach(kind -> KINDS.put(kind.getSimpleName(), kind));
    }

    private EventLine() {}

    /** @throws IllegalArgumentException when the line is no event; the message says why */
    static DeviceEvent parse(String line) {
        Map<String, String> members = members(line);
        String name = members.get("event");
        Class<?> kind = KINDS.get(name);
        if (name == null) {
            throw new IllegalArgumentException("'event' is missing");
        } else if (kind == null) {
            throw new IllegalArgumentException("there is no event '" + name + "'");
        }
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, members.get(component.getName())))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (DeviceEvent) kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no event for " + line, e);
        }
    }

    /** Every kind there is, as the compiler knows it. */
    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(EventLine::kinds)
                : Stream.of(sealed);
    }

    private static Map<String, String> members(String line) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("this is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    members.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "no JSON from column " + e.getLocation().getColumnNr() + " on", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
        return members;
    }

    private static Object value(RecordComponent component, @Nullable String text) {
        Class<?> type = component.getType();
        if (type == OptionalLong.class) {
            return text == null ? OptionalLong.empty() : OptionalLong.of(number(component.getName(), text));
        } else if (text == null) {
            throw new IllegalArgumentException("'" + component.getName() + "' is missing");
        } else if (type == String.class) {
            return text;
        } else if (type == Duration.class) {
            return duration(component.getName(), text);
        } else if (type == boolean.class) {
            return flag(component.getName(), text);
        } else if (type == long.class) {
            return number(component.getName(), text);
        } else if (type == int.class) {
            long number = number(component.getName(), text);
            if (number != (int) number) {
                throw new IllegalArgumentException("'" + component.getName() + "' is out of range: " + text);
            }
            return (int) number;
        } else if (type == Instant.class) {
            return instant(component.getName(), text);
        }
        return constant(component, text);
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + name + "' is no whole number: " + text, e);
        }
    }

    private static boolean flag(String name, String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException("'" + name + "' is neither true nor false: " + text);
    }

    private static Duration duration(String name, String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0) {
                return Duration.ofNanos(Math.round(seconds * NANOS));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + name + "' is no number of seconds: " + text);
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + name + "' is no time as in 2026-11-24T09:00:00.125Z: " + text, e);
        }
    }

    private static Object constant(RecordComponent component, String text) {
        for (Object constant : component.getType().getEnumConstants()) {
            if (constant.toString().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + component.getName() + "' can't be " + text + "; it is one of "
                + Arrays.toString(component.getType().getEnumConstants()));
    }
}
