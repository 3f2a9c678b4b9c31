package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.wec7emu.measure.behaviour.Behaviour;
import org.wec7emu.measure.behaviour.MeasuredDifference;
import org.wec7emu.measure.behaviour.MeasuredDifference.Face;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.MeasuredDifferences.Unasked;
import org.wec7emu.profile.ProfileValue;

/** Measured differences for a program; {@code docs/json.md} has the fields. */
final class MeasuredJson {
    private final JsonGenerator json;

    MeasuredJson(JsonGenerator json) {
        this.json = json;
    }

    void write(MeasuredDifferences measured) throws IOException {
        json.writeObjectFieldStart("measured");
        json.writeNumberField("asked", measured.asked());
        json.writeNumberField("differing", measured.differing());
        json.writeNumberField("onInferredOrUnknown", measured.guesses());
        json.writeArrayFieldStart("differences");
        for (MeasuredDifference difference : measured.differences()) {
            json.writeStartObject();
            json.writeStringField("topic", difference.topic().label());
            json.writeStringField("label", difference.label());
            json.writeBooleanField("onInferredOrUnknown", difference.restsOnGuess());
            json.writeArrayFieldStart("behaviours");
            for (Behaviour behaviour : difference.behaviours()) {
                json.writeStartObject();
                json.writeStringField("name", behaviour.name());
                json.writeStringField("how", behaviour.how());
                json.writeEndObject();
            }
            json.writeEndArray();
            face("a", difference.first());
            face("b", difference.second());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notAsked");
        for (Unasked unasked : measured.notAsked()) {
            notAsked(unasked);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void face(String name, Face face) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", face.text());
        json.writeStringField("tone", face.tone().name().toLowerCase(Locale.ROOT));
        json.writeStringField("because", face.because());
        json.writeArrayFieldStart("restsOn");
        for (ProfileValue value : face.restsOn()) {
            json.writeStartObject();
            ValueJson.writeFields(json, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void notAsked(Unasked unasked) throws IOException {
        json.writeStartObject();
        json.writeStringField("side", unasked.side().toLowerCase(Locale.ROOT));
        json.writeStringField("because", unasked.because());
        json.writeArrayFieldStart("behaviours");
        for (Behaviour behaviour : unasked.behaviours()) {
            json.writeString(behaviour.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
