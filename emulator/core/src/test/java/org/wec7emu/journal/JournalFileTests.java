package org.wec7emu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;

/** Events as lines of JSON. */
class JournalFileTests {
    static List<DeviceEvent> everyKind() {
        return SampleEvents.ofEveryKind();
    }

    @Test
    void everyKindHasASampleHere() {
        List<Class<?>> samples = new ArrayList<>();
        everyKind().forEach(event -> samples.add(event.getClass()));

        assertThat(samples)
                .containsExactlyInAnyOrderElementsOf(
                        SampleEvents.kinds(DeviceEvent.class).toList());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aLineIsOneJsonObjectThatNamesKindAndTime(DeviceEvent event) throws IOException {
        String line = JournalFile.line(event);

        Map<String, Object> members = parsed(line);
        assertThat(line).doesNotContain("\n", "\r");
        assertThat(members).containsEntry("event", event.getClass().getSimpleName());
        assertThat(Instant.parse((String) members.get("at"))).isEqualTo(event.at());
        if (event instanceof DeviceEvent.OfSession of) {
            assertThat(members).containsEntry("session", of.session());
        }
    }

    @Test
    void textComesBackAsItWas() throws IOException {
        String odd = "gr\u00f6\u00dfe \"1\" \u0000 \n \\ \u2028 \uD83D\uDE00";

        Map<String, Object> members = parsed(JournalFile.line(new CommandReceived(SampleEvents.NOON, 1, "STOR", odd)));

        assertThat(members).containsEntry("argument", odd);
    }

    @Test
    void durationsAreSeconds() throws IOException {
        DeviceEvent event = everyKind().stream()
                .filter(TransferCompleted.class::isInstance)
                .findFirst()
                .orElseThrow();

        assertThat(parsed(JournalFile.line(event))).containsEntry("took", 1.5).containsEntry("bytes", 5_000_000_000L);
    }

    @Test
    void aCountThatNobodyKnowsIsLeftOut() throws IOException {
        DeviceEvent uncounted =
                new DataConnectionDropped(SampleEvents.NOON, 1, 49152, OptionalLong.empty(), "rule1", "because");

        assertThat(parsed(JournalFile.line(uncounted))).doesNotContainKey("attempts");
    }

    @Test
    void aLineIsFlushedAtOnce() throws IOException {
        StringWriter file = new StringWriter();
        Writer buffered = new java.io.BufferedWriter(file);
        try (JournalFile journal = new JournalFile(buffered)) {
            journal.accept(SampleEvents.command(1));

            assertThat(file.toString()).endsWith("}\n");
        }
    }

    private static Map<String, Object> parsed(String line) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                members.put(
                        name,
                        switch (json.nextToken()) {
                            case VALUE_NUMBER_INT -> json.getLongValue();
                            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
                            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                            default -> json.getText();
                        });
            }
            assertThat(json.nextToken()).as("what follows the object").isNull();
        }
        return members;
    }
}
