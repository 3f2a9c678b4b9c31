package org.wec7emu.control;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wec7emu.host.AddressText;

/**
 * Who may ask. Without a token only programs of this machine can reach the API, so it is pages of other sites in a browser here
 * that must be kept off: by the name that they came by (which a page can have lead to 127.0.0.1) and by where they are from.
 */
final class Access {
    private static final HttpString FETCH_SITE = HttpString.tryFromString("Sec-Fetch-Site");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");
    private static final String BEARER = "bearer ";

    private final InetAddress bound;
    private final Optional<String> token;

    /** @param token what callers must have; empty when everybody on this machine may call */
    Access(InetAddress bound, Optional<String> token) {
        this.bound = bound;
        this.token = token;
    }

    /** @param open whether it is for who hasn't got the token, too */
    void check(HttpServerExchange exchange, boolean open) throws Problem {
        HeaderMap headers = exchange.getRequestHeaders();
        if (token.isEmpty()) {
            checkHost(headers.getFirst(Headers.HOST));
        }
        if (!open) {
            checkOrigin(headers);
            if (token.isPresent()) {
                checkToken(exchange, token.get());
            }
        }
    }

    private void checkHost(String host) throws Problem {
        String name = host == null ? "" : withoutPort(host).toLowerCase(Locale.ROOT);
        if (!isOwn(name)) {
            throw new Problem(
                    421,
                    "other-host",
                    "The request is for another host",
                    "Host is " + (host == null ? "missing" : host),
                    "ask for 127.0.0.1 or localhost, or start with a token (WEC7_CONTROL_TOKEN), which lets any name pass");
        }
    }

    private boolean isOwn(String name) {
        return name.equals("localhost")
                || name.equals("[::1]")
                || name.matches("127(\\.\\d{1,3}){3}")
                || name.equals(AddressText.inUrl(bound));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static void checkOrigin(HeaderMap headers) throws Problem {
        String site = headers.getFirst(FETCH_SITE);
        String origin = headers.getFirst(Headers.ORIGIN);
        boolean foreign = site != null && !OWN_FETCHES.contains(site);
        if (foreign || (origin != null && !origin.equalsIgnoreCase("http://" + headers.getFirst(Headers.HOST)))) {
            throw new Problem(
                    403,
                    "other-origin",
                    "A page of another site asks",
                    "Origin is " + (origin == null ? site : origin),
                    "ask from the device's own page, or from a program that is no browser");
        }
    }

    private static void checkToken(HttpServerExchange exchange, String token) throws Problem {
        String given = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        boolean bearer = given != null && given.toLowerCase(Locale.ROOT).startsWith(BEARER);
        if (bearer && isSame(given.substring(BEARER.length()).strip(), token)) {
            return;
        }
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer realm=\"wec7emu\"");
        throw new Problem(
                401,
                "no-token",
                "The token is missing or wrong",
                bearer ? "the token is another one" : "there is no Authorization: Bearer header",
                "send the token that the device's start has printed, or that WEC7_CONTROL_TOKEN had");
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private static boolean isSame(String given, String token) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
