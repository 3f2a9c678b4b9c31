package org.wec7emu.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link JournalFile} wrote. */
public final class JournalReader {
    /** No event has a longer line; a file that has isn't a journal. */
    static final int LONGEST_LINE = 1 << 20;

    private final Reader reader;
    private final String name;
    private final List<DeviceEvent> events = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int number;

    private JournalReader(Reader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    /**
     * A journal that was read.
     *
     * @param events oldest first
     * @param cutOff whether the last line breaks off, as after a power cut of the host or in a copy of a running journal; it
     *     is left out
     */
    public record Saved(List<DeviceEvent> events, boolean cutOff) {
        public Saved {
            events = List.copyOf(events);
        }
    }

    /**
     * Reads a file of UTF-8.
     *
     * @throws JournalException when a line is no event
     * @throws IOException when the file can't be read
     */
    public static Saved read(Path file) throws IOException, JournalException {
        // bytes that are no UTF-8 become question marks: the end of a file that breaks off may have some
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return read(reader, file.toString());
        }
    }

    /**
     * The same from anywhere.
     *
     * @param name stands before the number of the line where one is no event
     */
    public static Saved read(Reader reader, String name) throws IOException, JournalException {
        return new JournalReader(new BufferedReader(reader), name).all();
    }

    private Saved all() throws IOException, JournalException {
        boolean ended = true;
        while (ended) {
            ended = nextLine();
            String text = line.toString().strip();
            try {
                if (!text.isEmpty()) {
                    events.add(EventLine.parse(text));
                }
            } catch (IllegalArgumentException e) {
                if (!ended && !events.isEmpty()) {
                    return new Saved(events, true);
                }
                throw new JournalException(place() + e.getMessage());
            }
        }
        return new Saved(events, false);
    }

    /** Reads a line and tells whether it had its end. */
    private boolean nextLine() throws IOException, JournalException {
        line.setLength(0);
        number++;
        for (int next = reader.read(); next != '\n'; next = reader.read()) {
            if (next < 0) {
                return false;
            }
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new JournalException(place() + "a line longer than any of a journal");
            }
        }
        return true;
    }

    private String place() {
        return name + ":" + number + ": ";
    }
}
