package org.wec7emu.firewall;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PacketWords.Word;

/**
 * FROM or TO of a packet's description.
 *
 * @param word as it is written; empty for the device, no port
 * @param address null when none is written
 * @param port 0 when none is written
 */
record PacketEnd(Word word, @Nullable InetAddress address, int port) {
    private static final int HIGHEST_PORT = 65_535;

    static PacketEnd of(Word word, PacketWords words) {
        String text = word.text();
        boolean bracket = text.startsWith("[");
        int end = text.indexOf(bracket ? ']' : ':');
        if (bracket && end < 0) {
            throw words.mistake("the bracket isn't closed", word);
        } else if (!bracket && end >= 0 && text.indexOf(':', end + 1) >= 0) {
            throw words.mistake("IPv6 addresses stand in brackets, as in [fe80::1]:21", word);
        }
        int addressEnd = end < 0 ? text.length() : bracket ? end + 1 : end;
        Word address = word.part(bracket ? 1 : 0, bracket ? end : addressEnd);
        Word port = word.part(addressEnd, text.length());
        boolean isDevice = !bracket && address.text().isEmpty();
        return new PacketEnd(word, isDevice ? null : address(address, bracket, words), port(port, words));
    }

    /** Where one is known to be written. */
    InetAddress requiredAddress() {
        InetAddress written = address;
        if (written == null) {
            throw new IllegalStateException("the other end is the device");
        }
        return written;
    }

    private static InetAddress address(Word word, boolean version6, PacketWords words) {
        String text = word.text();
        try {
            if (version6 == text.indexOf(':') >= 0 && text.indexOf('/') < 0) {
                return AddressRange.parse(text).base();
            }
        } catch (IllegalArgumentException e) {
            // said below, with its place
        }
        throw words.mistake("no IP address (right is for example 192.0.2.7 or [fe80::1])", word);
    }

    private static int port(Word word, PacketWords words) {
        if (word.text().isEmpty() || word.isWholly(":")) {
            return 0;
        } else if (!word.text().startsWith(":")) {
            throw words.mistake("behind the address only a port can stand, as in [fe80::1]:21", word);
        }
        Word digits = word.part(1, word.text().length());
        Integer port = PacketWords.number(digits.text(), 1, HIGHEST_PORT);
        if (port == null) {
            throw words.mistake("no port (1 to 65535)", digits);
        }
        return port;
    }
}
