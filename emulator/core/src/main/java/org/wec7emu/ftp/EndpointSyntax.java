package org.wec7emu.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.AddressRange;

/** Addresses and ports as PORT, PASV (RFC 959) and EPRT (RFC 2428) write them. */
final class EndpointSyntax {
    private static final int FIELDS = 6;
    private static final int HIGHEST_BYTE = 255;
    private static final int HIGHEST_PORT = 65_535;

    private EndpointSyntax() {}

    /** Reads {@code h1,h2,h3,h4,p1,p2}; null when it isn't that. */
    static @Nullable InetSocketAddress parsePort(String argument) {
        String[] fields = argument.strip().split(",", -1);
        if (fields.length != FIELDS) {
            return null;
        }
        int[] numbers = new int[FIELDS];
        for (int i = 0; i < FIELDS; i++) {
            numbers[i] = number(fields[i].strip(), HIGHEST_BYTE);
            if (numbers[i] < 0) {
                return null;
            }
        }
        byte[] address = {(byte) numbers[0], (byte) numbers[1], (byte) numbers[2], (byte) numbers[3]};
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), numbers[4] * 256 + numbers[5]);
        } catch (UnknownHostException e) {
            return null; // can't be: the address has four bytes
        }
    }

    /**
     * Reads {@code |1|132.235.1.2|6275|} or {@code |2|1080::8|5282|} with any delimiter; null when it isn't that. An IPv4
     * address that is written as one of IPv6 ({@code ::ffff:132.235.1.2}) is neither.
     */
    static @Nullable InetSocketAddress parseExtended(String argument) {
        String text = argument.strip();
        if (text.length() < 2) {
            return null;
        }
        String delimiter = java.util.regex.Pattern.quote(text.substring(0, 1));
        String[] fields = text.split(delimiter, -1);
        boolean complete = fields.length == 5 && fields[0].isEmpty() && fields[4].isEmpty();
        if (!complete || fields[2].contains("/")) { // one address, not a range of them
            return null;
        }
        int port = number(fields[3], HIGHEST_PORT);
        try {
            InetAddress address = AddressRange.parse(fields[2]).base();
            boolean four = address.getAddress().length == 4;
            boolean mapped = four && fields[2].indexOf(':') >= 0;
            boolean said = number(fields[1], HIGHEST_BYTE) == (four ? 1 : 2);
            return port < 0 || mapped || !said ? null : new InetSocketAddress(address, port);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The network protocol that an argument of EPRT names; -1 when it names none. */
    static int protocol(String argument) {
        String text = argument.strip();
        if (text.length() < 2) {
            return -1;
        }
        String[] fields = text.split(java.util.regex.Pattern.quote(text.substring(0, 1)), -1);
        return fields.length == 5 ? number(fields[1], HIGHEST_BYTE) : -1;
    }

    /** Writes {@code h1,h2,h3,h4,p1,p2}. */
    static String format(InetSocketAddress endpoint) {
        StringBuilder text = new StringBuilder();
        for (byte part : endpoint.getAddress().getAddress()) {
            text.append(Byte.toUnsignedInt(part)).append(',');
        }
        return text.append(endpoint.getPort() >> 8)
                .append(',')
                .append(endpoint.getPort() & 0xFF)
                .toString();
    }

    private static int number(String digits, int highest) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = plain ? Integer.parseInt(digits) : -1;
        return value <= highest ? value : -1;
    }
}
