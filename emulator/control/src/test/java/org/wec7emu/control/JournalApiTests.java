package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.journal.Journal;
import org.wec7emu.journal.JournalReader;

/** The journal, part by part. */
class JournalApiTests {
    private Controlled controlled;

    @BeforeEach
    void start() throws Exception {
        controlled = Controlled.started();
    }

    @AfterEach
    void close() throws Exception {
        controlled.close();
    }

    @Test
    void is_read_part_by_part_to_its_end() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.store("a.txt", "content");
        }
        long next = 0;
        long number = 0;
        JsonNode part;
        do {
            part = controlled
                    .get("/v1/journal?limit=3&after=" + next)
                    .expect(200)
                    .json();
            for (JsonNode event : part.get("events")) {
                number++;
                assertThat(event.get("number").asLong()).isEqualTo(number);
            }
            next = part.get("next").asLong();
        } while (next < part.get("last").asLong());

        assertThat(number).isGreaterThan(10).isEqualTo(part.get("last").asLong());
    }

    @Test
    void events_of_some_kinds_are_picked_out() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.store("a.txt", "content");
            client.store("b.txt", "content");
        }

        JsonNode part = controlled
                .get("/v1/journal?event=TransferCompleted,LoginSucceeded")
                .expect(200)
                .json();

        assertThat(part.get("events").findValuesAsText("event"))
                .containsExactly("LoginSucceeded", "TransferCompleted", "TransferCompleted");
        assertThat(part.at("/events/2/path").asText()).isEqualTo("/b.txt");
    }

    @Test
    void who_waits_is_answered_when_the_event_comes() throws Exception {
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(this::nextTransfer);
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.store("a.txt", "content");
        }

        assertThat(answer.get().at("/events/0/bytes").asInt()).isEqualTo(7);
    }

    private JsonNode nextTransfer() {
        try {
            return controlled
                    .get("/v1/journal?event=TransferCompleted&wait=30")
                    .expect(200)
                    .json();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_waits_in_vain_gets_an_empty_part() throws Exception {
        long last = controlled.get("/v1/state").json().get("lastEvent").asLong();

        JsonNode part =
                controlled.get("/v1/journal?wait=1&after=" + last).expect(200).json();

        assertThat(part.get("events")).isEmpty();
        assertThat(part.get("next").asLong()).isEqualTo(last);
    }

    @Test
    void as_lines_it_is_what_the_emulator_reads_itself() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.store("a.txt", "content");
        }
        String lines = controlled.get("/v1/journal?as=jsonl").expect(200).body();

        assertThat(JournalReader.read(new StringReader(lines), "journal").events())
                .isEqualTo(controlled.device().journal().events().subList(0, (int)
                        lines.lines().count()));
    }

    @Test
    void the_events_of_a_part_are_read_in_java_as_those_of_a_file() throws Exception {
        JsonNode first = controlled.get("/v1/journal?limit=1").json().at("/events/0");

        assertThat(JournalReader.read(new StringReader(first.toString()), "journal")
                        .events())
                .containsExactly(controlled.device().journal().events().get(0));
    }

    @Test
    void what_is_lost_is_told() throws Exception {
        Journal journal = controlled.device().journal();
        for (int i = 0; i < Journal.CAPACITY + 5; i++) {
            journal.append(Samples.command(i));
        }

        JsonNode part = controlled.get("/v1/journal?limit=1").expect(200).json();

        assertThat(part.get("missed").asLong()).isEqualTo(part.get("last").asLong() - Journal.CAPACITY);
        assertThat(part.at("/events/0/number").asLong())
                .isEqualTo(part.get("missed").asLong() + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0",
        "limit=99999",
        "after=-1",
        "after=x",
        "event=Transfer",
        "wait=3600",
        "as=xml",
        "limit=1&limit=2"
    })
    void what_means_nothing_is_refused(String parameters) throws Exception {
        assertThat(controlled.get("/v1/journal?" + parameters).status()).isIn(400, 422);
    }
}
