package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.profile.ProfileCatalog;

/** A device with its control API, and a client of it that holds every answer to the description. */
final class Controlled implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Device device;
    private final ControlServer server;

    private Controlled(Device device, ControlServer server) {
        this.device = device;
        this.server = server;
    }

    static Controlled started() throws Exception {
        return started(V604H, Optional.empty());
    }

    static Controlled started(String image, Optional<String> token) throws Exception {
        Device device = Device.builder(ProfileCatalog.bundled().find(image))
                .portOffset(PortOffset.ANY_FREE)
                .start();
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new Controlled(device, ControlServer.start(device, anyPort, token));
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    Device device() {
        return device;
    }

    ControlServer server() {
        return server;
    }

    /** What came back; {@code json} is missing where it isn't JSON. */
    record Answer(int status, String type, String body, HttpResponse<String> response) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }

        Answer expect(int wanted) {
            assertThat(status).as(body).isEqualTo(wanted);
            return this;
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path.substring(1)))
                .timeout(LIMIT);
    }

    Answer get(String path) throws Exception {
        return send(request(path).GET());
    }

    Answer send(String method, String path) throws Exception {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    Answer send(String method, String path, String json) throws Exception {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    Answer send(HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        Described.check(request.method(), request.uri().getRawPath(), response.statusCode(), type, response.body());
        return new Answer(response.statusCode(), type, response.body(), response);
    }

    @Override
    public void close() throws IOException {
        server.close();
        device.close();
    }
}
