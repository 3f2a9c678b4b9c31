package org.wec7emu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wec7emu.control.ControlServer;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.AddressRange;

/** Where the control API and its page are to be, if anywhere. */
final class ControlOption {
    private static final String CONTROL = "--control";
    /** Has the token. */
    static final String TOKEN = "WEC7_CONTROL_TOKEN";

    private static final Pattern PLACE = Pattern.compile("(?:(.*):)?(\\d{1,5})");
    private static final int LAST_PORT = 65535;
    /** Undertow's, which would otherwise look for a library that it likes better, and print lines of its own. */
    private static final String LOGGING = "org.jboss.logging.provider";

    private final Subcommand command;

    ControlOption(Subcommand command) {
        this.command = command;
        command.option(
                CONTROL,
                "[ADDRESS:]PORT",
                "Serve the control API (HTTP, JSON) and its page there, as in 8191 or 127.0.0.1:0 (any port); off unless"
                        + " told. At another address than loopback callers need a token: that in WEC7_CONTROL_TOKEN, or one"
                        + " that is printed.");
    }

    /** Looks at what was given before a device is started for it. */
    @Nullable
    InetSocketAddress place() throws BadInput {
        String text = command.value(CONTROL);
        if (text == null) {
            return null;
        }
        Matcher parts = PLACE.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            throw new BadInput(
                    CONTROL + " " + text + ": it takes an address and a port, as in 127.0.0.1:8191, or a port alone");
        }
        return new InetSocketAddress(address(text, parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private static InetAddress address(String text, @Nullable String literal) throws BadInput {
        if (literal == null || literal.equals("localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        if (literal.contains("/")) {
            throw new BadInput(CONTROL + " " + text + ": it takes one address, such as 127.0.0.1");
        }
        try {
            return AddressRange.parse(literal.replaceAll("^\\[(.*)]$", "$1")).base();
        } catch (IllegalArgumentException e) {
            throw new BadInput(CONTROL + " " + text + ": " + e.getMessage());
        }
    }

    /** Starts it for a device; null when it wasn't asked for. */
    @Nullable
    ControlServer start(Device device) throws BadInput {
        InetSocketAddress place = place(); // before the lambda, which loads the server's class
        return place == null ? null : start(place, token -> ControlServer.start(device, place, token));
    }

    /** Starts it for many devices by their names; null when it wasn't asked for. */
    @Nullable
    ControlServer start(Map<String, Device> fleet) throws BadInput {
        InetSocketAddress place = place();
        return place == null ? null : start(place, token -> ControlServer.startFleet(fleet, place, token));
    }

    private interface Start {
        ControlServer with(Optional<String> token) throws IOException;
    }

    private static ControlServer start(InetSocketAddress place, Start start) throws BadInput {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "slf4j");
        }
        try {
            return start.with(token(place));
        } catch (IOException e) {
            throw new BadInput(e);
        } catch (IllegalArgumentException e) {
            throw new BadInput(CONTROL + ": " + e.getMessage());
        }
    }

    /** Says on standard error where it is, for who has asked for nothing but JSON on standard output. */
    void tell(@Nullable ControlServer server) {
        if (server != null) {
            command.err().println("wec7emu: control API and page at " + server.pageUrl());
        }
    }

    private static Optional<String> token(InetSocketAddress place) throws BadInput {
        String given = System.getenv(TOKEN);
        if (given != null && !given.isEmpty()) {
            if (given.length() < ControlServer.SHORTEST_TOKEN) {
                throw new BadInput(
                        TOKEN + ": the token is too short: it needs " + ControlServer.SHORTEST_TOKEN + " characters");
            }
            return Optional.of(given);
        }
        return place.getAddress().isLoopbackAddress() ? Optional.empty() : Optional.of(ControlServer.newToken());
    }
}
