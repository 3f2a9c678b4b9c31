package org.wec7emu.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a packet's description, each with its place, so that a mistake can be underlined. */
final class PacketWords {
    private static final String ARROW = "->";
    private static final Set<String> WITH_NUMBER = Set.of("type", "code", "id");
    private static final Set<String> ALONE = Set.of("ping", "echo-request", "echo-reply", "syn", "established");

    private final String text;
    private final Word protocol;
    private final Word from;
    private final Word to;
    private final List<Word> details = new ArrayList<>();

    /** @param at where it begins */
    record Word(String text, int at) {
        Word part(int from, int to) {
            return new Word(text.substring(from, to), at + from);
        }

        boolean isWholly(String other) {
            return text.equals(other);
        }
    }

    PacketWords(String text) {
        this.text = printable(text);
        int arrow = this.text.indexOf(ARROW);
        if (arrow < 0) {
            throw mistake(
                    "'->' is missing between the two ends",
                    new Word("", this.text.stripTrailing().length()));
        }
        List<Word> left = split(0, arrow);
        if (left.isEmpty()) {
            throw mistake("the protocol is missing", new Word("", arrow));
        }
        protocol = left.remove(0);
        from = end(left, arrow);
        to = end(split(arrow + ARROW.length(), this.text.length()), arrow + ARROW.length());
    }

    Word protocol() {
        return protocol;
    }

    Word from() {
        return from;
    }

    Word to() {
        return to;
    }

    /** What is said besides, in order: words, some of which have the next one as their number. */
    List<Word> details() {
        return details;
    }

    static boolean hasNumber(Word detail) {
        return WITH_NUMBER.contains(detail.text());
    }

    /** Null when the text is no such number in digits. */
    static @Nullable Integer number(String digits, int lowest, int highest) {
        if (digits.isEmpty() || digits.length() > Integer.toString(highest).length()) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            number = number * 10 + (c - '0');
        }
        return number >= lowest && number <= highest ? number : null;
    }

    /** What is wrong, the description with the place underlined, and how it would be right. */
    IllegalArgumentException mistake(String message, Word word) {
        return new IllegalArgumentException(message + "\n  " + text.stripTrailing() + "\n  " + " ".repeat(word.at())
                + "^".repeat(Math.max(1, word.text().length())) + "\nright is for example: " + PacketText.EXAMPLE);
    }

    /** The one end among those words; the others go to the details. */
    private Word end(List<Word> words, int otherwiseAt) {
        Word end = null;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (hasNumber(word) && i + 1 < words.size()) {
                details.add(word);
                details.add(words.get(++i));
            } else if (hasNumber(word) || ALONE.contains(word.text())) {
                details.add(word);
            } else if (end == null) {
                end = word;
            } else {
                throw mistake("one word too many", word);
            }
        }
        return end == null ? new Word("", otherwiseAt) : end;
    }

    private List<Word> split(int start, int stop) {
        List<Word> words = new ArrayList<>();
        int at = start;
        while (at < stop) {
            int end = at;
            while (end < stop && text.charAt(end) != ' ') {
                end++;
            }
            if (end > at) {
                words.add(new Word(text.substring(at, end), at));
            }
            at = end + 1;
        }
        return words;
    }

    /** The same length, but nothing in it that would spoil a line on a terminal. */
    private static String printable(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isWhitespace(c) ? ' ' : Character.isISOControl(c) ? '?' : c);
        }
        return line.toString();
    }
}
