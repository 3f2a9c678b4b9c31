package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Devices with whatever names a fleet's file may have. */
class FleetNamesTests {
    /** Printable ASCII but the backslash, which a fleet's file refuses. */
    private static List<String> names() {
        String all = IntStream.rangeClosed(' ', '~')
                .filter(c -> c != '\\')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        List<String> names = new ArrayList<>(List.of(
                all.substring(0, 50),
                all.substring(50),
                "x".repeat(100),
                "a/b",
                "a%2Fb",
                "a%2fb",
                "a%252Fb",
                "/",
                "//",
                "/v1/devices/a",
                "100%",
                "...",
                "../a",
                ";",
                "a;b=c",
                "?",
                "#",
                "a+b",
                "a b",
                " a ",
                "{name}",
                "v1",
                "press",
                "größer"));
        all.chars().mapToObj(c -> "-" + Character.toString(c)).forEach(names::add);
        return names;
    }

    @Test
    void each_device_is_found_by_the_address_that_the_list_has_for_it() throws Exception {
        try (Controlled fleet = Controlled.fleetOfOne(names(), Optional.empty())) {
            JsonNode listed = fleet.get("/v1/devices").expect(200).json().get("devices");
            assertThat(listed.findValuesAsText("name")).containsExactlyElementsOf(names());

            for (JsonNode device : listed) {
                String name = device.get("name").asText();
                String api = device.get("api").asText();
                assertThat(fleet.get(api).expect(200).json().get("name").asText())
                        .isEqualTo(name);
                assertThat(fleet.get(api + "/firewall/rules/rule10")
                                .expect(200)
                                .json()
                                .get("name")
                                .asText())
                        .as(name)
                        .isEqualTo("rule10");
                fleet.get(device.get("page").asText() + "page.js").expect(200);
            }
            assertThat(fleet.server().devicesInUse()).isEqualTo(names().size());
        }
    }

    @Test
    void an_address_without_its_last_slash_leads_to_the_page() throws Exception {
        try (Controlled fleet = Controlled.fleetOfOne(List.of("a/b"), Optional.empty())) {
            Controlled.Answer answer = fleet.get("/devices/a%2Fb").expect(308);

            assertThat(answer.response()
                            .uri()
                            .resolve(answer.response()
                                    .headers()
                                    .firstValue("Location")
                                    .orElseThrow()))
                    .hasPath("/devices/a/b/")
                    .satisfies(uri -> assertThat(uri.getRawPath()).isEqualTo("/devices/a%2Fb/"));
        }
    }

    @Test
    void an_address_may_encode_more_than_it_must_and_have_parameters() throws Exception {
        try (Controlled fleet = Controlled.fleetOfOne(List.of("a"), Optional.empty())) {
            for (String path : List.of(
                    "/v1/devices/%61/state",
                    "/v1/%64evices/a/%73tate", "/v1/devices/a;x=y/state", "/v1;x/devices/a", "/v1/devices/a/")) {
                assertThat(fleet.bare("GET", path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void a_name_leads_nowhere_else() throws Exception {
        try (Controlled fleet = Controlled.fleetOfOne(List.of("a"), Optional.empty())) {
            for (String path : List.of(
                    "/v1/devices/%2E%2E/devices/a/state",
                    "/v1/devices/a%2Fstate",
                    "/v1/devices/a%2F../a/state",
                    "//v1/devices/a/state",
                    "/v1/devices//",
                    "/v1/devices/;x",
                    "/v1/devices//state",
                    "/devices//x",
                    "/v1/devices/a;x/y")) {
                assertThat(fleet.bare("GET", path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(fleet.server().devicesInUse()).isZero();
        }
    }
}
