package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;

/** The device's firewall by the API. */
class FirewallApiTests {
    private static final String RULES = "/v1/firewall/rules";

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
    void lists_the_rules_in_the_words_of_the_devices_own_tool() throws Exception {
        JsonNode firewall = controlled.get("/v1/firewall").expect(200).json();

        assertThat(firewall.get("enabled").asBoolean()).isTrue();
        assertThat(firewall.get("rules").findValuesAsText("caption"))
                .contains("Allow TCP port 21 from anywhere on the public network");
    }

    @Test
    void a_drop_is_counted_where_it_belongs() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            assertThat(client.passive()).isFalse();
        }
        assertThat(controlled.device().journal().await(DataConnectionDropped.class, event -> true, Controlled.LIMIT))
                .isPresent();

        JsonNode drops = controlled.get("/v1/firewall/drops").expect(200).json();
        assertThat(drops.get("total").asInt()).isPositive();
        assertThat(drops.at("/drops/0/rule").asText()).isEqualTo("BlockAllRule");
        assertThat(drops.at("/drops/0/traffic").asText()).isEqualTo("passive data connections");
        assertThat(controlled.get(RULES + "/BlockAllRule").json().get("dropped").asInt())
                .isPositive();
    }

    @Test
    void switched_off_it_lets_passive_data_connections_in_and_on_again_it_does_not() throws Exception {
        try (FtpSession client = new FtpSession(controlled.device())) {
            controlled.send("PATCH", "/v1/firewall", "{\"enabled\": false}").expect(200);
            assertThat(client.passive()).isTrue();

            JsonNode on = controlled
                    .send("PATCH", "/v1/firewall", "{\"enabled\": true}")
                    .expect(200)
                    .json();
            assertThat(on.get("enabled").asBoolean()).isTrue();
            assertThat(client.passive()).isFalse();
        }
    }

    @Test
    void a_rule_is_entered_switched_off_and_on_and_removed() throws Exception {
        Controlled.Answer added = controlled
                .send("POST", RULES, "{\"allow\": \"tcp/49152-65535\"}")
                .expect(201);
        String name = added.json().at("/added/0/name").asText();
        String rule = RULES + "/" + name;
        assertThat(added.response().headers().firstValue("Location")).hasValue(rule);
        try (FtpSession client = new FtpSession(controlled.device())) {
            assertThat(client.passive()).isTrue();

            JsonNode off =
                    controlled.send("PATCH", rule, "{\"enabled\": false}").json();
            assertThat(off.get("inForce").asBoolean()).isFalse();
            assertThat(client.passive()).isFalse();

            assertThat(controlled
                            .send("PATCH", rule, "{\"enabled\": true}")
                            .json()
                            .get("inForce")
                            .asBoolean())
                    .isTrue();
            controlled.send("DELETE", rule).expect(204);
        }
        controlled.get(rule).expect(404);
        controlled.send("DELETE", rule).expect(404);
        controlled.send("PATCH", rule, "{\"enabled\": true}").expect(404);
    }

    @Test
    void a_rule_that_is_there_already_is_not_entered_twice() throws Exception {
        JsonNode answer = controlled
                .send("POST", RULES, "{\"allow\": \"tcp/21\"}")
                .expect(200)
                .json();

        assertThat(answer.get("added")).isEmpty();
    }

    @Test
    void a_rule_that_would_do_nothing_is_refused_with_the_reason() throws Exception {
        controlled.send("POST", RULES, "{\"allow\": \"any\"}").expect(201);

        JsonNode problem = controlled
                .send("POST", RULES, "{\"block\": \"tcp/21\"}")
                .expect(409)
                .json();

        assertThat(problem.get("detail").asText()).contains("would do nothing", "an allow beats a block");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"allow\": \"tcp/70000\"}                     | 422",
                "{\"allow\": \"tcp/21\", \"block\": \"tcp/22\"} | 422",
                "{\"allow\": 21}                                | 422",
                "{\"permit\": \"tcp/21\"}                       | 422",
                "{}                                             | 422",
                "[]                                             | 400",
                "{\"allow\":                                    | 400",
                "{\"allow\": \"tcp/21\", \"allow\": \"tcp/22\"} | 400",
            })
    void what_is_no_rule_is_refused(String body, int status) throws Exception {
        controlled.send("POST", RULES, body).expect(status);

        assertThat(controlled.device().firewall())
                .isEqualTo(controlled.device().profile().firewall());
    }

    @Test
    void no_change_gets_lost_when_many_are_made_at_a_time() throws Exception {
        int before = controlled.device().firewall().rules().size();
        CompletableFuture<?>[] changes = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.runAsync(() -> enter(5000 + number)))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(changes).join();

        assertThat(controlled.device().firewall().rules()).hasSize(before + 20);
    }

    private void enter(int port) {
        try {
            controlled.send("POST", RULES, "{\"allow\": \"tcp/" + port + "\"}").expect(201);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
