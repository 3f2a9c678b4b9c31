package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wec7emu.profile.ProfileValue;

/** A profile's value for a program. */
final class ValueJson {
    private ValueJson() {}

    /** Its fields, within an object. */
    static void writeFields(JsonGenerator json, ProfileValue value) throws IOException {
        json.writeStringField("path", value.path());
        json.writeStringField("value", value.text());
        json.writeStringField("grade", value.evidence().grade().label());
        json.writeStringField("source", value.evidence().source());
        json.writeStringField("note", value.evidence().note());
        json.writeStringField("position", value.position().toString());
    }
}
