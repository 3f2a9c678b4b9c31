package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileValue;

/** Differences for a program. */
final class DiffJson {
    private final JsonGenerator json;

    DiffJson(JsonGenerator json) {
        this.json = json;
    }

    void write(ProfileDiff diff) throws IOException {
        json.writeStartObject();
        device("a", diff.first());
        device("b", diff.second());
        json.writeBooleanField("differ", !diff.isEmpty());
        json.writeNumberField("onInferredOrUnknown", diff.guesses());
        json.writeArrayFieldStart("differences");
        for (Difference difference : diff.differences()) {
            json.writeStartObject();
            json.writeStringField("section", difference.section().label());
            json.writeStringField("subject", difference.subject());
            json.writeBooleanField("onInferredOrUnknown", difference.restsOnGuess());
            value("a", difference.first());
            value("b", difference.second());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void device(String name, DeviceInState device) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("image", device.profile().image());
        json.writeBooleanField("synthetic", device.profile().synthetic());
        json.writeStringField("state", device.state());
        json.writeEndObject();
    }

    /** Null when there is none. */
    private void value(String name, Optional<ProfileValue> value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        ValueJson.writeFields(json, value.get());
        json.writeEndObject();
    }
}
