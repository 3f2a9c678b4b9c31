package org.wec7emu.measure.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All that a client sent, received and saw, in order and with times. Any thread may write and read. */
public final class Transcript {
    private final long began = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>();
    private final Consumer<Entry> onEntry;
    private int connections;

    public Transcript() {
        this(entry -> {});
    }

    /** @param onEntry hears of each entry; must not wait */
    public Transcript(Consumer<Entry> onEntry) {
        this.onEntry = onEntry;
    }

    /** What an entry is about, with its mark in a written transcript. */
    public enum Kind {
        /** Something that is no byte: a connection opened or ended, a remark. */
        NOTE('*'),
        /** Sent on a control connection. */
        SENT('>'),
        /** Received on a control connection. */
        RECEIVED('<'),
        /** Sent on a data connection. */
        DATA_SENT('+'),
        /** Received on a data connection. */
        DATA_RECEIVED('=');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }

        /** The character before such an entry's text. */
        public char mark() {
            return mark;
        }
    }

    /**
     * One entry.
     *
     * @param at time since the transcript began
     * @param connection number of the connection, from 1; 0 for what belongs to none
     * @param text bytes as ISO 8859-1, one character a byte; for notes plain text
     */
    public record Entry(Duration at, int connection, Kind kind, String text) {
        /** A line such as {@code   0.012  1 > PWD\r\n}; bytes outside of printable ASCII are escaped. */
        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%8.3f %3s %c %s",
                    at.toNanos() / 1e9,
                    connection == 0 ? "" : Integer.toString(connection),
                    kind.mark(),
                    Escapes.escape(text));
        }
    }

    /** Time since this transcript began. */
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A remark that belongs to no connection. */
    public void note(String text) {
        add(0, Kind.NOTE, text);
    }

    synchronized int nextConnection() {
        connections++;
        return connections;
    }

    synchronized void add(int connection, Kind kind, String text) {
        Entry entry = new Entry(now(), connection, kind, text);
        entries.add(entry);
        onEntry.accept(entry);
    }

    /** All so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** All lines that were sent on control connections, without line ends; what is secret is starred. */
    public List<String> sent() {
        return entries().stream()
                .filter(entry -> entry.kind() == Kind.SENT)
                .map(entry -> entry.text().replaceAll("[\r\n]+$", ""))
                .toList();
    }

    /** As lines, each with a line end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        entries().forEach(entry -> text.append(entry.line()).append('\n'));
        return text.toString();
    }
}
