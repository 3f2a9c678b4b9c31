package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;

/** The device, as the API tells it, restarts it and cuts its power. */
class DeviceApiTests {
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
    void tells_how_to_reach_the_device() throws Exception {
        JsonNode device = controlled.get("/v1/device").expect(200).json();

        assertThat(device.get("image").asText()).isEqualTo(Controlled.V604H);
        assertThat(device.get("url").asText()).isEqualTo(controlled.device().url());
        assertThat(device.get("port").asInt()).isEqualTo(controlled.device().port());
        assertThat(device.get("services").findValuesAsText("name")).contains("https", "ads");
    }

    @Test
    void counts_the_sessions_that_are_open() throws Exception {
        try (FtpSession ignored = new FtpSession(controlled.device())) {
            assertThat(controlled.get("/v1/state").json().get("openSessions").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void restarts_the_device_and_answers_when_it_is_back() throws Exception {
        try (FtpSession before = new FtpSession(controlled.device())) {
            JsonNode state = controlled.send("POST", "/v1/restart").expect(200).json();

            assertThat(state.get("openSessions").asInt()).isZero();
            assertThat(before.client().getControlKeepAliveReplyTimeoutDuration())
                    .isNotNull();
        }
        try (FtpSession after = new FtpSession(controlled.device())) {
            assertThat(after.client().sendNoOp()).isTrue();
        }
        assertThat(controlled.device().journal().events(DeviceStopped.class))
                .extracting(DeviceStopped::stop)
                .containsExactly(Stop.RESTART);
    }

    @Test
    void cuts_the_power() throws Exception {
        controlled.send("POST", "/v1/power-cut").expect(200);

        assertThat(controlled.device().journal().events(DeviceStopped.class))
                .extracting(DeviceStopped::stop)
                .containsExactly(Stop.POWER_CUT);
    }

    @Test
    void tells_the_states_that_the_image_has() throws Exception {
        assertThat(controlled.get("/v1/device").expect(200).json().get("states").findValuesAsText("name"))
                .containsExactly("factory", "ftp-ready");
    }

    @Test
    void puts_the_device_into_another_state_and_back() throws Exception {
        JsonNode factory = controlled
                .send("POST", "/v1/reset", "{\"state\": \"factory\"}")
                .expect(200)
                .json();
        assertThat(factory.get("state").asText()).isEqualTo("factory");
        assertThat(factory.get("ftp").asBoolean()).isFalse();
        assertThat(controlled.get("/v1/device").json().get("state").asText()).isEqualTo("factory");

        JsonNode back = controlled.send("POST", "/v1/reset").expect(200).json();
        assertThat(back.get("state").asText()).isEqualTo("ftp-ready");
        try (FtpSession after = new FtpSession(controlled.device())) {
            assertThat(after.client().sendNoOp()).isTrue();
        }
    }

    @Test
    void a_reset_to_no_state_goes_back_to_the_start() throws Exception {
        controlled.send("POST", "/v1/reset", "{\"state\": \"factory\"}").expect(200);

        assertThat(controlled
                        .send("POST", "/v1/reset", "{}")
                        .expect(200)
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("ftp-ready");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\": \"broken\"} | 422 | has no state 'broken'; it has: factory, ftp-ready",
                "{\"state\": 1}          | 422 | 'state' is 1",
                "{\"stat\": \"factory\"} | 422 | the body has stat, which means nothing here",
                "[\"factory\"]           | 400 | the body is no JSON object"
            })
    void a_reset_to_what_is_no_state_is_a_problem_that_says_so(String body, int status, String detail)
            throws Exception {
        assertThat(controlled
                        .send("POST", "/v1/reset", body)
                        .expect(status)
                        .json()
                        .get("detail")
                        .asText())
                .contains(detail);
        assertThat(controlled.device().journal().events(DeviceStopped.class)).isEmpty();
    }

    @Test
    void a_state_that_is_no_json_is_a_problem() throws Exception {
        controlled
                .send(controlled.request("/v1/reset").POST(HttpRequest.BodyPublishers.ofString("state=factory")))
                .expect(415);
    }

    @Test
    void a_device_that_is_closed_cant_be_reset() throws Exception {
        controlled.device().close();

        controlled.send("POST", "/v1/reset").expect(409);
        controlled.send("POST", "/v1/reset", "{\"state\": \"factory\"}").expect(409);
    }

    @Test
    void a_device_that_is_closed_cant_be_restarted() throws Exception {
        controlled.device().close();

        assertThat(controlled
                        .send("POST", "/v1/restart")
                        .expect(409)
                        .json()
                        .get("detail")
                        .asText())
                .contains("closed");
    }

    @Test
    void tells_that_active_mode_works_and_passive_does_not_and_why() throws Exception {
        JsonNode modes = controlled.get("/v1/modes").expect(200).json();

        assertThat(modes.at("/control/works").asText()).isEqualTo("yes");
        assertThat(modes.at("/active/works").asText()).isEqualTo("yes");
        assertThat(modes.at("/passive/works").asText()).isEqualTo("no");
        assertThat(modes.at("/passive/because").asText())
                .contains("49152-65535", "no rule allows it, so rule BlockAllRule blocks it");
    }

    @Test
    void a_rule_for_some_passive_ports_makes_passive_mode_work_with_some() throws Exception {
        controlled
                .send("POST", "/v1/firewall/rules", "{\"allow\": \"tcp/50000-50009@192.168.0.0/24\"}")
                .expect(201);

        assertThat(controlled
                        .get("/v1/modes?client=192.168.0.7")
                        .json()
                        .at("/passive")
                        .toString())
                .contains("partly", "all but 10");
        assertThat(controlled
                        .get("/v1/modes?client=192.168.1.7")
                        .json()
                        .at("/passive/works")
                        .asText())
                .isEqualTo("no");
    }

    @Test
    void what_is_not_there_is_a_problem_that_says_what_to_do() throws Exception {
        Controlled.Answer answer = controlled.get("/v1/ladders/nobody/drawing").expect(404);

        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().get("instance").asText()).isEqualTo("/v1/ladders/nobody/drawing");
        assertThat(answer.json().get("remedy").asText()).contains("GET /v1/ladders");
    }
}
