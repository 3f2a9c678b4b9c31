package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultText;
import org.wec7emu.journal.DeviceEvent.FaultEnded;

/** Faults by the API. */
class FaultApiTests {
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
    void a_fault_is_started_listed_and_ended() throws Exception {
        JsonNode started = controlled
                .send("PUT", "/v1/faults/card-full", "{\"free\": \"1KiB\"}")
                .expect(200)
                .json();
        assertThat(started.at("/parameters/free").asText()).isEqualTo("1KiB");
        assertThat(controlled.device().faults().active()).isEqualTo(List.of(new Fault.CardFull(1024)));
        assertThat(controlled.get("/v1/faults").expect(200).json().at("/active/0"))
                .isEqualTo(started);

        controlled.send("DELETE", "/v1/faults/card-full", "").expect(204);

        assertThat(controlled.device().faults().active()).isEmpty();
        controlled.send("DELETE", "/v1/faults/card-full", "").expect(404);
    }

    @ParameterizedTest
    @EnumSource
    void each_fault_can_be_started_as_the_list_has_it(FaultKind kind) throws Exception {
        JsonNode known = controlled.get("/v1/faults").json().get("known").get(kind.ordinal());
        assertThat(known.get("name").asText()).isEqualTo(kind.label());
        StringBuilder body = new StringBuilder();
        for (JsonNode parameter : known.get("parameters")) {
            String value =
                    parameter.path("default").asText(parameter.path("example").asText());
            body.append(body.isEmpty() ? "" : ",")
                    .append("\"" + parameter.get("name").asText() + "\": \"" + value + "\"");
        }

        controlled.send("PUT", "/v1/faults/" + kind.label(), "{" + body + "}").expect(200);

        assertThat(controlled.device().faults().active())
                .isEqualTo(List.of(FaultText.parse(kind.example()).fault()));
        controlled.send("DELETE", "/v1/faults", "").expect(204);
        assertThat(controlled.device().faults().active()).isEmpty();
    }

    @Test
    void one_ends_by_itself_where_it_is_told_to() throws Exception {
        controlled.send("PUT", "/v1/faults/no-answer", "{\"for\": \"50ms\"}").expect(200);

        assertThat(controlled.device().journal().await(FaultEnded.class, event -> true, Controlled.LIMIT))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slow-lnk | {} | 404 | there is no fault 'slow-lnk'",
                "slow-card | {} | 422 | slow-card needs 'rate'",
                "slow-card | {\"speed\": 1} | 422 | the body has speed, which means nothing here",
                "slow-link | {\"rate\": \"fast\"} | 422 | slow-link: 'fast' is not a rate"
            })
    void what_is_not_one_is_a_problem_that_says_so(String name, String body, int status, String detail)
            throws Exception {
        JsonNode problem = controlled
                .send("PUT", "/v1/faults/" + name, body)
                .expect(status)
                .json();

        assertThat(problem.get("detail").asText()).startsWith(detail);
    }
}
