package org.wec7emu.measure.client;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Endpoints as FTP and people write them. */
public final class Endpoints {
    private static final Pattern PASSIVE = Pattern.compile("(\\d{1,3}(?:,\\d{1,3}){3}),(\\d{1,3}),(\\d{1,3})");
    private static final Pattern EXTENDED = Pattern.compile("\\((.)\\1\\1(\\d{1,5})\\1\\)");
    private static final int MOST = 0xFFFF;

    private Endpoints() {}

    /**
     * The endpoint that a reply to PASV or EPSV names.
     *
     * @param address as it stands there, with points; empty for EPSV, which names none
     * @param port 0 to 65535
     */
    public record Named(String address, int port) {}

    /** The argument of PORT, such as {@code 127,0,0,1,200,13}; the address is one of IPv4. */
    public static String port(InetAddress address, int port) {
        return address.getHostAddress().replace('.', ',') + "," + (port >> 8) + "," + (port & 0xFF);
    }

    /** The argument of EPRT, such as {@code |1|127.0.0.1|51213|}. */
    public static String extended(InetAddress address, int port) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return "|" + (address instanceof Inet4Address ? 1 : 2) + "|" + (zone < 0 ? text : text.substring(0, zone)) + "|"
                + port + "|";
    }

    /** What a reply to PASV (227) names, with whatever words around it. */
    public static Optional<Named> passive(String text) {
        Matcher matcher = PASSIVE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int high = Integer.parseInt(matcher.group(2));
        int low = Integer.parseInt(matcher.group(3));
        return high > 0xFF || low > 0xFF
                ? Optional.empty()
                : Optional.of(new Named(matcher.group(1).replace(',', '.'), (high << 8) + low));
    }

    /** What a reply to EPSV (229) names. */
    public static Optional<Named> extendedPassive(String text) {
        Matcher matcher = EXTENDED.matcher(text);
        if (!matcher.find() || Integer.parseInt(matcher.group(2)) > MOST) {
            return Optional.empty();
        }
        return Optional.of(new Named("", Integer.parseInt(matcher.group(2))));
    }

    /** Such as {@code 192.168.1.20:21} or {@code [fe80::1]:21}. */
    public static String text(InetSocketAddress endpoint) {
        InetAddress address = endpoint.getAddress();
        String host = address == null ? endpoint.getHostString() : address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + endpoint.getPort();
    }
}
