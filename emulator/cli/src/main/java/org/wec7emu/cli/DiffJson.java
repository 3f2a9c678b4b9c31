package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.wec7emu.firewall.Direction;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.TrafficDifference;

/** Differences for a program. */
final class DiffJson {
    private final JsonGenerator json;

    DiffJson(JsonGenerator json) {
        this.json = json;
    }

    void write(CompareReport report) throws IOException {
        json.writeStartObject();
        device("a", report.first());
        device("b", report.second());
        Optional<Comparison> timed = report.profiles().filter(Comparison::timed);
        if (timed.isPresent()) {
            json.writeStringField("at", AtOption.text(timed.get().at()));
        }
        json.writeBooleanField("differ", report.differ());
        if (report.profiles().isPresent()) {
            write(report.profiles().get());
        }
        if (report.measured().isPresent()) {
            new MeasuredJson(json).write(report.measured().get());
        }
        json.writeEndObject();
    }

    private void write(Comparison comparison) throws IOException {
        ProfileDiff diff = comparison.values();
        json.writeNumberField("onInferredOrUnknown", diff.guesses());
        json.writeArrayFieldStart("traffic");
        for (TrafficDifference difference : comparison.traffic()) {
            traffic(difference);
        }
        json.writeEndArray();
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
    }

    private void traffic(TrafficDifference difference) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", difference.name());
        json.writeStringField("direction", difference.direction() == Direction.INBOUND ? "inbound" : "outbound");
        json.writeStringField("traffic", difference.text());
        json.writeStringField("a", DiffWords.verdict(!difference.passesInSecond()));
        json.writeStringField("b", DiffWords.verdict(difference.passesInSecond()));
        json.writeEndObject();
    }

    private void device(String name, Side side) throws IOException {
        json.writeObjectFieldStart(name);
        if (side instanceof Emulated emulated) {
            json.writeStringField("image", side.name());
            json.writeBooleanField("synthetic", emulated.image().profile().synthetic());
            json.writeStringField("state", emulated.image().state());
        } else {
            json.writeStringField("server", side.name());
        }
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
