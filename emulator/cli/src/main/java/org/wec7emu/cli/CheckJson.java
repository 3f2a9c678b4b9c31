package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Hint;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.profile.ProfileValue;

/** What came of a client, for a program; {@code docs/check-report.schema.json} describes it. */
final class CheckJson {
    private static final int SCHEMA = 1;
    private static final double MILLIS = 1000.0;

    private final JsonGenerator json;

    CheckJson(JsonGenerator json) {
        this.json = json;
    }

    void write(CheckReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        strings("client", report.client());
        json.writeStringField("expect", report.expect().label());
        json.writeBooleanField("good", report.isGood());
        json.writeArrayFieldStart("checks");
        for (CheckedClient check : report.checks()) {
            json.writeStartObject();
            json.writeStringField("image", check.image());
            json.writeStringField("state", check.state());
            json.writeStringField("path", check.path());
            json.writeStringField("enforcement", check.enforcement());
            diagnosis(check.diagnosis());
            json.writeBooleanField("good", report.isGood(check));
            client(check);
            hint(check.hint());
            json.writeArrayFieldStart("restsOn");
            for (ProfileValue value : check.grounds().values()) {
                json.writeStartObject();
                ValueJson.writeFields(json, value);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("guesses", check.grounds().guesses());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings("unchecked", report.unchecked());
        json.writeEndObject();
    }

    private void diagnosis(Diagnosis diagnosis) throws IOException {
        json.writeStringField("verdict", diagnosis.verdict().name());
        json.writeStringField("cause", diagnosis.cause());
        json.writeStringField("rule", diagnosis.rule());
        if (diagnosis.mode().isPresent()) {
            json.writeStringField("mode", CheckWords.label(diagnosis.mode().get()));
        }
        seconds("secondsLost", diagnosis.lost());
    }

    private void client(CheckedClient check) throws IOException {
        strings("commandLine", check.commandLine());
        json.writeStringField("started", check.startedAt().toString());
        seconds("seconds", check.took());
        if (check.end() instanceof ClientEnd.Exited exited) {
            json.writeNumberField("exitCode", exited.code());
        }
        json.writeStringField("end", end(check.end()));
        json.writeBooleanField("timedOut", check.end() instanceof ClientEnd.TimedOut);
        strings("output", CheckWords.output(check));
    }

    private static String end(ClientEnd end) {
        if (end instanceof ClientEnd.Exited) {
            return "exited";
        } else if (end instanceof ClientEnd.TimedOut) {
            return "timed-out";
        }
        return end instanceof ClientEnd.Stopped ? "stopped" : "unseen";
    }

    private void hint(Hint hint) throws IOException {
        json.writeObjectFieldStart("remedy");
        json.writeStringField("advice", hint.advice());
        json.writeStringField("client", hint.client());
        json.writeStringField("option", hint.option());
        json.writeStringField("source", hint.source());
        json.writeStringField(
                "confirmed",
                hint.client().isEmpty() ? "" : hint.confirmed().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void strings(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void seconds(String name, Duration duration) throws IOException {
        json.writeNumberField(name, duration.toMillis() / MILLIS);
    }
}
