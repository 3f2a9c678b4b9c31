package org.wec7emu.measure.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The server that is asked.
 *
 * @param host as it was written
 * @param control its control port
 * @param login the user that the URL names; empty where it names none
 */
public record ProbeTarget(String host, InetSocketAddress control, Optional<Login> login) {
    /** FTP's port unless told. */
    public static final int USUAL_PORT = 21;

    private static final int HIGHEST_PORT = 65_535;

    /** A user's name and password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Reads {@code ftp://[USER[:PASSWORD]@]HOST[:PORT][/]} and looks the host up.
     *
     * @throws IllegalArgumentException when it is none, or there is no such host; the message says what is wrong and what to write
     */
    public static ProbeTarget parse(String url) {
        URI uri = uri(url);
        String host = uri.getHost();
        if (!"ftp".equalsIgnoreCase(uri.getScheme()) || host == null) {
            throw wrong(url, "it isn't the address of an FTP server");
        }
        if (uri.getRawPath() != null && uri.getRawPath().length() > 1) {
            throw wrong(url, "it has a path; the whole server is asked");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong(url, "there is no port " + port);
        }
        return new ProbeTarget(host, new InetSocketAddress(address(url, host), port), login(uri.getRawUserInfo()));
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong(url, e.getReason());
        }
    }

    private static InetAddress address(String url, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw wrong(url, "there is no host " + host);
        }
    }

    private static Optional<Login> login(String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        return Optional.of(new Login(decoded(user), colon < 0 ? "" : decoded(userInfo.substring(colon + 1))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String url, String why) {
        String shown = url.replaceFirst("(//[^/@:]*:)[^/@]*@", "$1***@");
        return new IllegalArgumentException("'" + shown + "': " + why
                + "; write for example ftp://192.168.1.20 or ftp://user:password@192.168.1.20:21");
    }

    /** Whether it is reached over IPv6, for which FTP has other commands. */
    boolean isIpv6() {
        return control.getAddress() instanceof Inet6Address;
    }

    /** Without user and password. */
    public String url() {
        String literal = isIpv6() && !host.startsWith("[") ? "[" + host + "]" : host;
        return "ftp://" + literal + (control.getPort() == USUAL_PORT ? "" : ":" + control.getPort());
    }
}
