package org.wec7emu.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.behaviour.Side.Remote;

/** What a user may write for a server: {@code ftp://[USER[:PASSWORD]@]HOST[:PORT]}. */
final class ServerArgument {
    private static final String SCHEME = "ftp://";
    private static final int USUAL_PORT = 21;
    private static final int HIGHEST_PORT = 65_535;

    private ServerArgument() {}

    static boolean isServer(String argument) {
        return argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @param writeTo where files may be made; null where they mustn't */
    static Remote side(String url, @Nullable String writeTo) throws BadInput {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw wrong(url, e.getReason());
        }
        String host = uri.getHost();
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        if (host == null || port < 1 || port > HIGHEST_PORT) {
            throw wrong(url, "it names no host or port");
        } else if (uri.getRawPath() != null && uri.getRawPath().length() > 1) {
            throw wrong(url, "it has a path, but the whole server is asked");
        }
        String login = uri.getRawUserInfo() == null ? "anonymous:guest@example.org" : uri.getRawUserInfo();
        int colon = login.indexOf(':');
        String user = decoded(colon < 0 ? login : login.substring(0, colon));
        String password = colon < 0 ? "" : decoded(login.substring(colon + 1));
        String name = SCHEME + host + (port == USUAL_PORT ? "" : ":" + port);
        return new Remote(
                name, new InetSocketAddress(address(url, host), port), user, password, Optional.ofNullable(writeTo));
    }

    private static InetAddress address(String url, String host) throws BadInput {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw wrong(url, "there is no host " + host);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static BadInput wrong(String url, String why) {
        String shown = url.replaceFirst("(//[^/@:]*:)[^/@]*@", "$1***@");
        return new BadInput(
                shown + ": " + why + "; write for example ftp://192.168.1.20 or ftp://user:password@192.168.1.20:21");
    }
}
