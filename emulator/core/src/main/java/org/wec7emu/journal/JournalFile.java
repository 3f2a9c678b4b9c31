package org.wec7emu.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Writes events as JSON, one object a line (JSONL): {@code event} is the kind's name, {@code at} an ISO 8601 instant,
 * durations are seconds, and the other members are the event's own. A line is flushed as soon as it is written, so a killed
 * process loses nothing.
 */
public final class JournalFile implements Consumer<DeviceEvent>, Closeable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS = 1e9;

    private final Writer writer;

    /** @param writer closed with this */
    public JournalFile(Writer writer) {
        this.writer = writer;
    }

    /** @throws UncheckedIOException when the line can't be written, as on a full disk */
    @Override
    public void accept(DeviceEvent event) {
        try {
            writer.write(line(event));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The event as one line of JSON, without line end. */
    public static String line(DeviceEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("event", event.getClass().getSimpleName());
            for (RecordComponent component : event.getClass().getRecordComponents()) {
                write(json, component.getName(), component.getAccessor().invoke(event));
            }
            json.writeEndObject();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("no JSON for " + event, e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value instanceof OptionalLong number) {
            if (number.isPresent()) {
                json.writeNumberField(name, number.getAsLong());
            }
        } else if (value instanceof Duration duration) {
            json.writeNumberField(name, duration.toNanos() / NANOS);
        } else if (value instanceof Boolean flag) {
            json.writeBooleanField(name, flag);
        } else if (value instanceof Number number) {
            json.writeNumberField(name, number.longValue());
        } else {
            json.writeStringField(name, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
