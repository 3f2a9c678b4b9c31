package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;

/** Many devices behind one API. */
class FleetApiTests {
    private Controlled fleet;

    @BeforeEach
    void start() throws Exception {
        fleet = Controlled.fleet("press", "line-1", "line-2");
    }

    @AfterEach
    void close() throws Exception {
        fleet.close();
    }

    @Test
    void lists_the_devices_in_their_order_and_tells_where_each_is() throws Exception {
        JsonNode devices = fleet.get("/v1/devices").expect(200).json().get("devices");

        assertThat(devices.findValuesAsText("name")).containsExactly("press", "line-1", "line-2");
        JsonNode second = devices.get(1);
        assertThat(second.get("image").asText()).isEqualTo(Controlled.V604H);
        assertThat(second.get("state").asText()).isEqualTo("ftp-ready");
        assertThat(second.get("url").asText()).isEqualTo(fleet.named("line-1").url());
        assertThat(second.get("port").asInt()).isEqualTo(fleet.named("line-1").port());
        assertThat(second.get("enforcement").asText())
                .isEqualTo(fleet.named("line-1").enforcement().label());
        assertThat(second.get("api").asText()).isEqualTo("/v1/devices/line-1");
        assertThat(second.get("page").asText()).isEqualTo("/devices/line-1/");
        assertThat(fleet.get("/v1/devices/line-1").expect(200).json()).isEqualTo(second);
        assertThat(fleet.server().apiUrl("line-1")).endsWith("/v1/devices/line-1/");
    }

    @Test
    void each_has_the_api_that_it_would_have_alone() throws Exception {
        try (ControlServer alone = ControlServer.start(
                fleet.named("line-2"), new java.net.InetSocketAddress("127.0.0.1", 0), Optional.empty())) {
            for (String what : List.of("device", "state", "firewall", "faults", "journal", "files", "report?as=json")) {
                assertThat(fleet.get("/v1/devices/line-2/" + what).expect(200).body())
                        .isEqualTo(fleet.ask(alone, "/v1/" + what).expect(200).body());
            }
        }
    }

    @Test
    void one_restarts_while_the_sessions_of_the_others_go_on() throws Exception {
        try (FtpSession first = new FtpSession(fleet.named("press"));
                FtpSession second = new FtpSession(fleet.named("line-2"))) {
            fleet.send("POST", "/v1/devices/line-1/restart").expect(200);
            fleet.send("POST", "/v1/devices/line-1/power-cut").expect(200);

            assertThat(first.store("a.txt", "content")).isTrue();
            assertThat(second.store("a.txt", "content")).isTrue();
        }
        assertThat(stops("line-1")).containsExactly(Stop.RESTART, Stop.POWER_CUT);
        assertThat(stops("press")).isEmpty();
        assertThat(stops("line-2")).isEmpty();
    }

    private List<Stop> stops(String name) {
        return fleet.named(name).journal().events(DeviceStopped.class).stream()
                .map(DeviceStopped::stop)
                .toList();
    }

    @Test
    void a_rule_of_one_is_told_by_its_own_address() throws Exception {
        Controlled.Answer entered = fleet.send("POST", "/v1/devices/press/firewall/rules", "{\"allow\": \"tcp/8080\"}")
                .expect(201);

        String address = entered.response().headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/v1/devices/press/firewall/rules/");
        assertThat(fleet.get(address).expect(200).json().get("traffic").asText())
                .isEqualTo("tcp/8080");
        assertThat(fleet.named("line-1").firewall())
                .isEqualTo(fleet.named("line-1").profile().firewall());
    }

    @Test
    void who_follows_one_hears_nothing_of_the_others() throws Exception {
        try (Follower follower = new Follower(fleet.server(), "/v1/devices/line-1/journal/stream").connected()) {
            fleet.named("line-2").journal().append(Samples.command(42));
            fleet.named("line-1").journal().append(Samples.command(41));

            assertThat(follower.next("data:")).contains("\"session\":41");
            assertThat(fleet.server().followers()).isEqualTo(1);
        }
    }

    @Test
    void a_device_that_is_not_there_is_answered_with_the_nearest_that_are() throws Exception {
        JsonNode problem = fleet.get("/v1/devices/lin-1/state").expect(404).json();

        assertThat(problem.get("detail").asText()).isEqualTo("there is no device 'lin-1'; nearest to it: line-1");
        assertThat(problem.get("remedy").asText()).isEqualTo("GET /v1/devices lists those there are");
        assertThat(problem.get("instance").asText()).isEqualTo("/v1/devices/lin-1/state");
        assertThat(fleet.send("POST", "/v1/devices/oven/restart")
                        .expect(404)
                        .json()
                        .get("detail")
                        .asText())
                .isEqualTo("there is no device 'oven'");
    }

    @Test
    void of_thousands_only_a_few_are_named() throws Exception {
        List<String> names =
                IntStream.rangeClosed(1, 5_000).mapToObj(n -> "line-" + n).toList();
        try (Controlled large = Controlled.fleetOfOne(names, Optional.empty())) {
            assertThat(large.get("/v1/devices/line-5001/state")
                            .expect(404)
                            .json()
                            .get("detail")
                            .asText())
                    .contains("nearest to it: line-500, ")
                    .hasSizeLessThan(120);
            assertThat(large.get("/v1/devices").json().get("devices")).hasSize(5_000);
        }
    }

    @Test
    void a_remedy_names_the_devices_own_address() throws Exception {
        assertThat(fleet.send("DELETE", "/v1/devices/line-1/faults/link-down")
                        .expect(404)
                        .json()
                        .get("remedy")
                        .asText())
                .isEqualTo("GET /v1/devices/line-1/faults lists those there are");
    }

    @Test
    void another_method_is_told_which_there_are() throws Exception {
        assertThat(fleet.bare("GET", "/v1/devices/line-1/restart").headers().firstValue("Allow"))
                .hasValue("POST");
        assertThat(fleet.bare("POST", "/v1/devices/line-1").statusCode()).isEqualTo(405);
        assertThat(fleet.bare("HEAD", "/v1/devices/line-1/state").statusCode()).isEqualTo(200);
        for (String nothing : List.of("/v1/device", "/v1/devices/line-1/nothing", "/devices/line-1/x", "/devices")) {
            assertThat(fleet.bare("GET", nothing).statusCode()).as(nothing).isEqualTo(404);
        }
    }

    @Test
    void the_devices_go_on_when_it_ends() throws Exception {
        fleet.get("/v1/devices/line-1/state").expect(200);

        fleet.server().close();

        try (FtpSession client = new FtpSession(fleet.named("line-1"))) {
            assertThat(client.store("a.txt", "content")).isTrue();
        }
    }

    @Test
    void a_name_that_no_url_can_have_is_refused() {
        for (String name : List.of("", ".", "..")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Controlled.fleetOfOne(List.of("press", name), Optional.empty()))
                    .withMessageContaining("'" + name + "' has no address in a URL");
        }
    }
}
