package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description and the routes, held to each other. */
class OpenApiTests {
    @Test
    void what_can_be_asked_for_is_described_and_what_is_described_can_be_asked_for() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            EventStreams streams = new EventStreams(controlled.device().journal(), new EventJson(controlled.device()));
            DropCounts drops = DropCounts.of(controlled.device().journal());
            Set<String> routes = new Routes(controlled.device(), streams, drops)
                    .all().stream()
                            .map(route -> route.method() + " " + route.path())
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(Described.operations()).isEqualTo(routes);
        }
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_every_reference_leads_somewhere() {
        List<String> names = new ArrayList<>();
        Described.description().get("paths").findValues("operationId").forEach(id -> names.add(id.asText()));

        assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(Described.operations());
        for (JsonNode reference : Described.description().findValues("$ref")) {
            assertThat(Described.description()
                            .at(reference.asText().substring(1))
                            .isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void an_answer_that_is_not_as_described_is_noticed() {
        assertThat(Described.schema("#/components/schemas/State")
                        .validate("{\"state\": 1}", com.networknt.schema.InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void it_is_served_itself() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            assertThat(controlled.get("/openapi.yaml").expect(200).body()).startsWith("openapi: 3.1.");
        }
    }
}
