package org.wec7emu.measure.probe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a server has been found to do, value by value of a profile, and what else was seen. */
public final class Answers {
    private final Map<String, Answer> settled = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();

    /**
     * A value that was found.
     *
     * @param value as a profile has it, without quotes
     * @param note why it is a conclusion; empty where it was seen
     */
    public record Answer(String value, String note) {
        /** Whether it was seen, and not concluded. */
        public boolean isObserved() {
            return note.isEmpty();
        }
    }

    void found(String key, String value) {
        settled.putIfAbsent(key, new Answer(value, ""));
        open.remove(key);
    }

    void concluded(String key, String value, String note) {
        settled.putIfAbsent(key, new Answer(value, note));
        open.remove(key);
    }

    /** @param because why a value stays unknown */
    void leftOpen(String key, String because) {
        if (!settled.containsKey(key)) {
            open.putIfAbsent(key, plain(because));
        }
    }

    /** Leaves open what was found, as something else that was seen says otherwise. */
    void takeBack(String key, String because) {
        settled.remove(key);
        open.put(key, plain(because));
    }

    void remark(String about, String text) {
        remarks.putIfAbsent(about, plain(text));
    }

    /** What a server says may hold anything; what is told of it is to do nothing to a terminal, and end no comment. */
    private static String plain(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    /** By path, such as {@code ftp.blanks}. */
    public Map<String, Answer> settled() {
        return Collections.unmodifiableMap(settled);
    }

    /** What was asked for in vain, with why. */
    public Map<String, String> open() {
        return Collections.unmodifiableMap(open);
    }

    /** What a profile has no word for, by what it is about. */
    public Map<String, String> remarks() {
        return Collections.unmodifiableMap(remarks);
    }

    /** The value found for a path; empty when none was. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(settled.get(key)).map(Answer::value);
    }
}
