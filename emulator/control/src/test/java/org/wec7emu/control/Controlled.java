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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.profile.ProfileCatalog;

/** A device, or many, with their control API, and a client of it that holds every answer to the description. */
final class Controlled implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, Device> devices;
    private final ControlServer server;

    private Controlled(Map<String, Device> devices, ControlServer server) {
        this.devices = devices;
        this.server = server;
    }

    static Controlled started() throws Exception {
        return started(V604H, Optional.empty());
    }

    static Controlled started(String image, Optional<String> token) throws Exception {
        Device device = device(image);
        return controlled(Map.of("", device), () -> ControlServer.start(device, anyPort(), token));
    }

    /** A fleet of one device for each name. */
    static Controlled fleet(String... names) throws Exception {
        Map<String, Device> devices = new LinkedHashMap<>();
        for (String name : names) {
            devices.put(name, device(V604H));
        }
        return fleet(devices, Optional.empty());
    }

    /** A fleet of many names for one and the same device. */
    static Controlled fleetOfOne(List<String> names, Optional<String> token) throws Exception {
        Device device = device(V604H);
        Map<String, Device> devices = new LinkedHashMap<>();
        names.forEach(name -> devices.put(name, device));
        return fleet(devices, token);
    }

    private static Controlled fleet(Map<String, Device> devices, Optional<String> token) throws Exception {
        return controlled(devices, () -> ControlServer.startFleet(devices, anyPort(), token));
    }

    private static Controlled controlled(Map<String, Device> devices, Callable<ControlServer> start) throws Exception {
        try {
            return new Controlled(devices, start.call());
        } catch (Exception e) {
            for (Device device : devices.values()) {
                device.close();
            }
            throw e;
        }
    }

    private static Device device(String image) throws Exception {
        return Device.builder(ProfileCatalog.bundled().find(image))
                .portOffset(PortOffset.ANY_FREE)
                .start();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The first. */
    Device device() {
        return devices.values().iterator().next();
    }

    /** The one of that name. */
    Device named(String name) {
        return Objects.requireNonNull(devices.get(name), name);
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

    /** Asks another server the same way. */
    Answer ask(ControlServer other, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(other.url() + path.substring(1)))
                .timeout(LIMIT));
    }

    /** Asks and doesn't wait; the status of the answer. */
    CompletableFuture<Integer> later(String path) {
        return HTTP.sendAsync(request(path).build(), BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    /** What comes of something that may not be described. */
    HttpResponse<String> bare(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        return HTTP.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
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
        for (Device device : devices.values()) {
            device.close();
        }
    }
}
