package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.wec7emu.measure.probe.Answers.Answer;
import org.wec7emu.measure.probe.Findings;
import org.wec7emu.measure.probe.Resemblance;
import org.wec7emu.measure.probe.Unsettled;

/** What a probe has found, for people and programs. */
record ProbeReport(String name, Findings findings, List<Resemblance> ranked) {
    void print(PrintWriter out) {
        Resemblance base = ranked.get(0);
        out.println("Most like " + base.image().profile().image() + ": " + base.equal() + " of " + base.of()
                + " things seen are the same.");
        List<String> equals = ranked.stream()
                .skip(1)
                .filter(other -> other.equal() == base.equal())
                .map(other -> other.image().profile().image())
                .toList();
        if (!equals.isEmpty()) {
            out.println("Just as like: " + String.join(", ", equals));
        }
        base.differing().forEach(difference -> out.println("  otherwise: " + difference));
        findings.answers().remarks().forEach((about, text) -> out.println("  " + about + ": " + text));
        out.println(Unsettled.of(findings, base.image()).size()
                + " values stayed unknown; the profile has those of the image, and says which.");
    }

    void write(JsonGenerator json) throws IOException {
        Resemblance base = ranked.get(0);
        json.writeStartObject();
        json.writeStringField("server", findings.target().url());
        json.writeStringField("name", name);
        json.writeArrayFieldStart("values");
        for (Map.Entry<String, Answer> entry : findings.answers().settled().entrySet()) {
            json.writeStartObject();
            json.writeStringField("path", entry.getKey());
            json.writeStringField("value", entry.getValue().value());
            json.writeStringField("grade", entry.getValue().isObserved() ? "observed" : "inferred");
            json.writeStringField("note", entry.getValue().note());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTexts(json, "unknown", "path", "because", Unsettled.of(findings, base.image()));
        writeTexts(json, "remarks", "about", "text", findings.answers().remarks());
        json.writeArrayFieldStart("images");
        for (Resemblance resemblance : ranked) {
            json.writeStartObject();
            json.writeStringField("image", resemblance.image().profile().image());
            json.writeNumberField("equal", resemblance.equal());
            json.writeNumberField("of", resemblance.of());
            json.writeArrayFieldStart("otherwise");
            for (String difference : resemblance.differing()) {
                json.writeString(difference);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTexts(
            JsonGenerator json, String field, String key, String value, Map<String, String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStartObject();
            json.writeStringField(key, entry.getKey());
            json.writeStringField(value, entry.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
