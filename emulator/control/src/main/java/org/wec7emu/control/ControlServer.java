package org.wec7emu.control;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.device.Device;
import org.wec7emu.host.AddressText;
import org.xnio.Options;

/**
 * The HTTP API of one device, or of many, and the page on it. {@code openapi.yaml}, which it serves, describes the API.
 *
 * <pre>{@code
 * try (ControlServer control = ControlServer.start(device, loopback, Optional.empty())) {
 *     URI restart = URI.create(control.url() + "v1/restart");
 * }
 * try (ControlServer control = ControlServer.startFleet(Map.of("press", device), loopback, Optional.empty())) {
 *     URI restart = URI.create(control.apiUrl("press") + "restart");
 * }
 * }</pre>
 */
public final class ControlServer implements AutoCloseable {
    /** A token that is shorter can be guessed. */
    public static final int SHORTEST_TOKEN = 16;

    private static final int TOKEN_BYTES = 24;
    private static final int STALL_MILLIS = 30_000;
    private static final int IDLE_MILLIS = 120_000;
    private static final int HEADER_MILLIS = 10_000;
    private static final int STOP_MILLIS = 2_000;
    private static final int HEADER_BYTES = 16 << 10;
    private static final int MOST_HEADERS = 60;
    private static final int MOST_PARAMETERS = 20;
    private static final long BODY_BYTES = 64 << 10;

    private final Undertow server;
    private final GracefulShutdownHandler requests;
    private final Subject subject;
    private final InetSocketAddress address;
    private final Optional<String> token;

    private ControlServer(
            Undertow server,
            GracefulShutdownHandler requests,
            Subject subject,
            InetSocketAddress address,
            Optional<String> token) {
        this.server = server;
        this.requests = requests;
        this.subject = subject;
        this.address = address;
        this.token = token;
    }

    /**
     * Starts it for a device. When this returns it answers.
     *
     * @param at where to listen; port 0 for any that is free
     * @param token what callers must send as {@code Authorization: Bearer}, {@value #SHORTEST_TOKEN} characters or more; may be
     *     empty for a loopback address alone
     * @throws IllegalArgumentException when a token is missing or too short
     * @throws IOException when the address or port can't be had; the message says which
     */
    public static ControlServer start(Device device, InetSocketAddress at, Optional<String> token) throws IOException {
        return start(device, at, token, STALL_MILLIS);
    }

    /**
     * Starts it for many devices: each has its API at {@code /v1/devices/NAME} and its page at {@code /devices/NAME/}, and costs
     * nothing here until it is asked for. The server doesn't close them.
     *
     * @param devices by their names, in the order to be listed in
     * @param at as above
     * @param token as above
     * @throws IllegalArgumentException when a token is missing or too short, or when a name is empty, {@code .} or {@code ..}
     * @throws IOException when the address or port can't be had; the message says which
     */
    public static ControlServer startFleet(Map<String, Device> devices, InetSocketAddress at, Optional<String> token)
            throws IOException {
        requireToken(at.getAddress(), token);
        return start(new Fleet(devices), at, token, STALL_MILLIS);
    }

    /** @param stallMillis how long a client may read nothing of what is sent to it */
    static ControlServer start(Device device, InetSocketAddress at, Optional<String> token, int stallMillis)
            throws IOException {
        requireToken(at.getAddress(), token);
        return start(new OneDevice(device), at, token, stallMillis);
    }

    private static ControlServer start(Subject subject, InetSocketAddress at, Optional<String> token, int stallMillis)
            throws IOException {
        Limits limits = subject.limits();
        GracefulShutdownHandler requests = Handlers.gracefulShutdown(subject.door(new Access(at.getAddress(), token)));
        Undertow server = Undertow.builder()
                .addHttpListener(at.getPort(), at.getAddress().getHostAddress())
                .setIoThreads(1)
                .setWorkerThreads(limits.workers())
                .setWorkerOption(Options.WORKER_NAME, "wec7emu-control")
                .setWorkerOption(Options.THREAD_DAEMON, true)
                .setSocketOption(Options.READ_TIMEOUT, IDLE_MILLIS)
                .setSocketOption(Options.WRITE_TIMEOUT, stallMillis)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, limits.connections())
                .setSocketOption(Options.CONNECTION_LOW_WATER, limits.connections() - 1)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, STOP_MILLIS)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, BODY_BYTES)
                .setHandler(requests)
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            subject.inUse().forEach(DeviceApi::close);
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    "the control API can't listen on " + AddressText.of(at) + ": " + cause.getMessage()
                            + "; port 0 takes any that is free",
                    e);
        }
        InetSocketAddress bound =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        ControlServer started = new ControlServer(server, requests, subject, bound, token);
        try {
            for (Device device : subject.behind(bound.getAddress())) {
                device.exempt(bound.getPort());
            }
        } catch (IOException e) {
            started.close();
            throw e;
        }
        return started;
    }

    private static void requireToken(InetAddress at, Optional<String> token) {
        if (token.isEmpty() && !at.isLoopbackAddress()) {
            throw new IllegalArgumentException("a token is needed where others than this machine can ask");
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("the token is too short: it needs " + SHORTEST_TOKEN + " characters");
        }
    }

    /** A token that nobody guesses. */
    public static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Where the page is, and below it {@code v1/}; as in {@code http://127.0.0.1:8191/}. */
    public String url() {
        return "http://" + AddressText.of(address) + "/";
    }

    /** Where the API of a fleet's device is, as in {@code http://127.0.0.1:8191/v1/devices/line-2/}. */
    public String apiUrl(String device) {
        return url() + Fleet.apiOf(device).substring(1) + "/";
    }

    /** The page's address for a browser: with the token, which a browser sends to no server. */
    public String pageUrl() {
        return url() + token.map(secret -> "#token=" + secret).orElse("");
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** How many clients follow a journal. */
    int followers() {
        return subject.inUse().stream().mapToInt(api -> api.streams().count()).sum();
    }

    /** How many devices were asked for so far. */
    int devicesInUse() {
        return subject.inUse().size();
    }

    /** Ends all that is under way, and frees the port. */
    @Override
    public void close() {
        requests.shutdown();
        subject.inUse().forEach(api -> api.streams().close());
        try {
            requests.awaitShutdown(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
        subject.inUse().forEach(DeviceApi::close);
    }
}
