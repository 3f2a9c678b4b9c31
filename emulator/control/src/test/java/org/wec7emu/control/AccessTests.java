package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;

/** Who may ask. */
class AccessTests {
    private static final String TOKEN = "a-token-of-this-test";

    /** The first line of the answer to a request of the bare protocol. */
    private static String raw(Controlled controlled, String head) throws Exception {
        InetSocketAddress address = controlled.server().address();
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout((int) Controlled.LIMIT.toMillis());
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }

    private static String get(String host) {
        return "GET /v1/device HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1, 200",
        "127.0.0.1, 200",
        "localhost:9000, 200",
        "LOCALHOST, 200",
        "[::1]:80, 200",
        "attacker.example, 421",
        "attacker.example:2121, 421",
        "127.0.0.1.attacker.example, 421",
        "localhost.attacker.example:1, 421",
        "192.0.2.1, 421",
    })
    void a_name_that_a_page_could_have_led_here_is_refused(String host, int status) throws Exception {
        try (Controlled controlled = Controlled.started()) {
            assertThat(raw(controlled, get(host))).contains(" " + status + " ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://attacker.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void a_page_of_another_site_restarts_nothing(String header, String value) throws Exception {
        try (Controlled controlled = Controlled.started()) {
            controlled
                    .send(controlled
                            .request("/v1/restart")
                            .header(header, value)
                            .POST(BodyPublishers.noBody()))
                    .expect(403);

            assertThat(controlled.device().journal().events(DeviceStopped.class))
                    .isEmpty();
        }
    }

    @Test
    void the_devices_own_page_restarts_it() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            String origin = controlled.server().url().replaceAll("/$", "");

            controlled
                    .send(controlled
                            .request("/v1/restart")
                            .header("Origin", origin)
                            .header("Sec-Fetch-Site", "same-origin")
                            .POST(BodyPublishers.noBody()))
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void what_a_form_can_send_changes_nothing(String type) throws Exception {
        try (Controlled controlled = Controlled.started()) {
            controlled
                    .send(controlled
                            .request("/v1/firewall")
                            .header("Content-Type", type)
                            .method("PATCH", BodyPublishers.ofString("{\"enabled\": false}")))
                    .expect(415);

            assertThat(controlled.device().firewall().enabled()).isTrue();
        }
    }

    @Test
    void no_page_of_another_site_may_read_an_answer() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            assertThat(controlled.get("/v1/device").response().headers().map())
                    .doesNotContainKey("access-control-allow-origin")
                    .containsKey("cross-origin-resource-policy");
        }
    }

    @Test
    void with_a_token_only_who_has_it_may_ask() throws Exception {
        try (Controlled controlled = Controlled.started(Controlled.V604H, Optional.of(TOKEN))) {
            Controlled.Answer without = controlled.get("/v1/device").expect(401);
            assertThat(without.response().headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            controlled
                    .send(controlled.request("/v1/device").header("Authorization", "Bearer " + TOKEN + "x"))
                    .expect(401);
            controlled
                    .send(controlled.request("/v1/device").header("Authorization", "Basic " + TOKEN))
                    .expect(401);
            controlled
                    .send(controlled.request("/v1/device").header("Authorization", "Bearer " + TOKEN))
                    .expect(200);
        }
    }

    @Test
    void with_a_token_any_name_will_do_as_a_page_that_was_led_here_has_no_token() throws Exception {
        try (Controlled controlled = Controlled.started(Controlled.V604H, Optional.of(TOKEN))) {
            assertThat(raw(controlled, get("plc7.example:32768") + "Authorization: Bearer " + TOKEN + "\r\n"))
                    .contains(" 200 ");
            assertThat(raw(controlled, get("plc7.example:32768"))).contains(" 401 ");
        }
    }

    @Test
    void the_page_itself_says_nothing_and_is_for_everybody_so_that_it_can_ask_for_the_token() throws Exception {
        try (Controlled controlled = Controlled.started(Controlled.V604H, Optional.of(TOKEN))) {
            assertThat(controlled.get("/").expect(200).body())
                    .doesNotContain(TOKEN, controlled.device().host());
            assertThat(controlled.server().pageUrl()).endsWith("/#token=" + TOKEN);
        }
    }

    @Test
    void others_than_this_machine_need_a_token() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            InetSocketAddress everywhere = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ControlServer.start(controlled.device(), everywhere, Optional.empty()))
                    .withMessageContaining("token");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ControlServer.start(controlled.device(), everywhere, Optional.of("short")))
                    .withMessageContaining("16");
        }
        assertThat(ControlServer.newToken()).hasSizeGreaterThan(30).isNotEqualTo(ControlServer.newToken());
    }

    @Test
    void a_port_that_somebody_has_is_named() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            InetSocketAddress taken = controlled.server().address();

            assertThatIOException()
                    .isThrownBy(() -> ControlServer.start(controlled.device(), taken, Optional.empty()))
                    .withMessageContaining("127.0.0.1:" + taken.getPort())
                    .withMessageContaining("port 0");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            controlled
                    .send("POST", "/v1/firewall/rules", "{\"allow\": \"" + "x".repeat(100_000) + "\"}")
                    .expect(413);
        }
    }

    @Test
    void another_method_is_told_which_there_are() throws Exception {
        try (Controlled controlled = Controlled.started()) {
            assertThat(raw(controlled, get("localhost").replace("GET", "PUT"))).contains(" 405 ");
            assertThat(raw(controlled, get("localhost").replace("GET", "HEAD"))).contains(" 200 ");
            assertThat(raw(controlled, get("localhost").replace("device", "nothing")))
                    .contains(" 404 ");
        }
    }

    @Test
    void no_thread_is_left_when_it_is_closed() throws Exception {
        Controlled controlled = Controlled.started();
        controlled.get("/v1/device").expect(200);
        controlled.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("wec7emu-control")) {
                thread.join(Controlled.LIMIT.toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
