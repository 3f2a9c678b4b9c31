package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description and the routes, held to each other. */
class OpenApiTests {
    @Test
    void what_can_be_asked_for_is_described_and_what_is_described_can_be_asked_for() {
        assertThat(Described.operations()).isEqualTo(names("", Routes.all()));
    }

    @Test
    void so_it_is_of_a_fleet() {
        Set<String> routes = names("", FleetDoor.routes(new Fleet(Map.of())));
        routes.addAll(names("/v1/devices/{device}", withoutVersion(Routes.api())));
        routes.addAll(names("/devices/{device}", PageFiles.ofDevice()));

        assertThat(Described.operationsOfFleet()).isEqualTo(routes);
    }

    private static List<Route> withoutVersion(List<Route> routes) {
        return routes.stream()
                .map(route -> new Route(route.method(), route.path().replaceFirst("^/v1", ""), route.action()))
                .toList();
    }

    private static Set<String> names(String base, List<Route> routes) {
        return routes.stream()
                .map(route -> route.method() + " " + base + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_operation_has_a_name_of_its_own_and_every_reference_leads_somewhere() {
        List<String> names = new ArrayList<>();
        Described.description().get("paths").findValues("operationId").forEach(id -> names.add(id.asText()));

        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Described.description().get("paths").findValues("responses"));
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
