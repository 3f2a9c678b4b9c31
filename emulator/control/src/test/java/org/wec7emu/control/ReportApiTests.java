package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients did, as the API draws it. */
class ReportApiTests {
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
    void says_so_when_nobody_came() throws Exception {
        assertThat(controlled.get("/v1/report").expect(200).body()).startsWith("No client came");
        assertThat(controlled.get("/v1/ladders").json().get("ladders")).isEmpty();
    }

    @Test
    void has_a_ladder_a_session_in_each_form() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            client.store("a.txt", "content");

            JsonNode ladder = controlled.get("/v1/ladders").expect(200).json().at("/ladders/0");
            assertThat(ladder.get("id").asText()).isEqualTo("session-1");
            assertThat(ladder.get("open").asBoolean()).isTrue();
            assertThat(ladder.get("transfers").asInt()).isEqualTo(1);
        }
        assertThat(controlled.get("/v1/report?as=text").expect(200).body()).contains("STOR a.txt");
        assertThat(controlled.get("/v1/report?as=html").expect(200).body()).contains("<svg", "STOR a.txt");
        assertThat(controlled.get("/v1/ladders/session-1/drawing").expect(200).body())
                .startsWith("<div class=\"ladder wide\">")
                .contains("STOR a.txt")
                .doesNotContain("<script", "<style");
        JsonNode steps = controlled.get("/v1/report?as=json").expect(200).json().at("/ladders/0/steps");
        assertThat(steps.findValuesAsText("text")).contains("STOR a.txt");
    }
}
