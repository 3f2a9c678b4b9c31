package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;

/** Who may ask for devices of a fleet. */
class FleetAccessTests {
    private static final String TOKEN = "a-token-of-this-test";

    private static Controlled guarded() throws Exception {
        return Controlled.fleetOfOne(List.of("press"), Optional.of(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/devices",
                "/v1/devices/press",
                "/v1/devices/press/",
                "/v1/devices/press/state",
                "/v1/devices/press/nothing",
                "/v1/devices/oven",
                "/v1/devices/oven/state"
            })
    void with_a_token_nobody_else_hears_which_devices_there_are(String path) throws Exception {
        try (Controlled fleet = guarded()) {
            assertThat(fleet.bare("GET", path).statusCode()).isEqualTo(401);
            assertThat(fleet.bare("GET", path, "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isIn(200, 404);
        }
    }

    @Test
    void the_pages_are_for_everybody_and_say_nothing() throws Exception {
        try (Controlled fleet = guarded()) {
            assertThat(fleet.get("/").expect(200).body()).doesNotContain("press", TOKEN);
            assertThat(fleet.get("/devices/press/").expect(200).body())
                    .isEqualTo(fleet.get("/devices/oven/").expect(200).body())
                    .doesNotContain("press", TOKEN);
            fleet.get("/openapi.yaml").expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices/press/v1/restart",
                "/devices/press//v1/restart",
                "/devices/v1/restart",
                "//v1/devices/press/restart",
                "/devices/..%2Fv1/restart",
                "/x/v1/devices/press/restart"
            })
    void no_way_around_leads_to_the_api(String path) throws Exception {
        try (Controlled fleet = guarded()) {
            assertThat(fleet.bare("POST", path).statusCode()).isIn(401, 404);

            assertThat(fleet.device().journal().events(DeviceStopped.class)).isEmpty();
        }
    }

    @Test
    void a_page_of_another_site_restarts_nothing() throws Exception {
        try (Controlled fleet = Controlled.fleetOfOne(List.of("press"), Optional.empty())) {
            fleet.send(fleet.request("/v1/devices/press/restart")
                            .header("Origin", "http://attacker.example")
                            .POST(BodyPublishers.noBody()))
                    .expect(403);
            fleet.send(fleet.request("/v1/devices").header("Sec-Fetch-Site", "cross-site"))
                    .expect(403);

            assertThat(fleet.device().journal().events(DeviceStopped.class)).isEmpty();
        }
    }

    @Test
    void others_than_this_machine_need_a_token() {
        InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlServer.startFleet(Map.of(), everywhere, Optional.of("short")))
                .withMessageContaining("16");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ControlServer.startFleet(Map.of(), new InetSocketAddress("0.0.0.0", 0), Optional.empty()))
                .withMessageContaining("token");
    }
}
