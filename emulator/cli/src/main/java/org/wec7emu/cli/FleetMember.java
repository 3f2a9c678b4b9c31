package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.journal.Journal;

/**
 * A device of a fleet that is to start.
 *
 * @param name of its own in the fleet
 */
record FleetMember(String name, DeviceBuilder plan, Journal journal) {
    private static final JsonFactory JSON = new JsonFactory();

    /** A line for people. */
    String line(Device device, int widestName) {
        return "  " + padded(name, widestName) + "  " + device.url() + "  "
                + device.profile().image() + " (" + device.state() + ")";
    }

    static String padded(String name, int widest) {
        return name + " ".repeat(Math.max(0, widest - name.length()));
    }

    /** A name as JSON has it between quotes. */
    static String quoted(String name) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(name));
    }

    /**
     * The same for programs.
     *
     * @param control where the device's control API is; null where there is none
     */
    String json(Device device, @Nullable String control) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("device", name);
            json.writeStringField("image", device.profile().image());
            json.writeStringField("state", device.state());
            json.writeStringField("host", device.host());
            json.writeNumberField("port", device.port());
            json.writeStringField("user", device.user());
            json.writeStringField("password", device.password());
            json.writeStringField("enforcement", device.enforcement().label());
            if (control != null) {
                json.writeStringField("control", control);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
