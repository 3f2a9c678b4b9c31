package org.wec7emu.firewall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PacketWords.Word;

/** What a packet's description says besides protocol and ends: of ICMP type, code and identifier, of TCP the kind of segment. */
final class PacketDetails {
    private static final int HIGHEST_OCTET = 255;
    private static final int HIGHEST_IDENTIFIER = 65_535;

    private final PacketWords words;
    private final int protocol;
    private @Nullable Integer type;
    private int code;
    private int identifier;
    private boolean opening = true;

    PacketDetails(PacketWords words, int protocol) {
        this.words = words;
        this.protocol = protocol;
        List<Word> details = words.details();
        for (int i = 0; i < details.size(); i++) {
            Word detail = details.get(i);
            refuseOthers(detail);
            if (PacketWords.hasNumber(detail)) {
                i++;
                number(
                        detail,
                        i < details.size()
                                ? details.get(i)
                                : new Word("", detail.at() + detail.text().length()));
            } else {
                word(detail);
            }
        }
    }

    boolean opening() {
        return opening;
    }

    int requiredType() {
        Integer found = type;
        if (found == null) {
            throw words.mistake("the message is missing: echo-request, echo-reply, or type N code N", words.protocol());
        }
        return found;
    }

    int code() {
        return code;
    }

    int identifier() {
        return identifier;
    }

    private void number(Word detail, Word digits) {
        int highest = detail.isWholly("id") ? HIGHEST_IDENTIFIER : HIGHEST_OCTET;
        Integer number = PacketWords.number(digits.text(), 0, highest);
        if (number == null) {
            throw words.mistake("behind '" + detail.text() + "' a number from 0 to " + highest + " is wanted", digits);
        }
        switch (detail.text()) {
            case "type" -> type(detail, number);
            case "code" -> code = number;
            default -> identifier = number;
        }
    }

    private void word(Word detail) {
        boolean version6 = protocol == PacketText.ICMPV6;
        switch (detail.text()) {
            case "ping", "echo-request" -> type(detail, version6 ? 128 : 8);
            case "echo-reply" -> type(detail, version6 ? 129 : 0);
            default -> opening = detail.isWholly("syn");
        }
    }

    private void type(Word detail, int number) {
        if (type != null) {
            throw words.mistake("a message has one type", detail);
        }
        type = number;
    }

    private void refuseOthers(Word detail) {
        boolean ofTcp = detail.isWholly("syn") || detail.isWholly("established");
        if (ofTcp && protocol != PacketText.TCP) {
            throw words.mistake("only tcp has segments that open a connection and others", detail);
        } else if (!ofTcp && protocol != PacketText.ICMP && protocol != PacketText.ICMPV6) {
            throw words.mistake("only icmp and icmpv6 have messages", detail);
        }
    }
}
