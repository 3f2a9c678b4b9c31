package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A profile can't be used. The message has one line a mistake, each {@code file:line:column: what is wrong; what would be
 * right}.
 */
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;
    private final transient List<Position> places;
    private final transient List<String> report;

    /** @param mistakes at least one, in file order */
    public ProfileException(List<String> mistakes) {
        this(mistakes, List.of());
    }

    /** @param places of the mistakes; it may be fewer */
    ProfileException(List<String> mistakes, List<Position> places) {
        this(mistakes, places, mistakes);
    }

    private ProfileException(List<String> mistakes, List<Position> places, List<String> report) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
        this.places = List.copyOf(places);
        this.report = List.copyOf(report);
    }

    /** A line each. */
    public List<String> mistakes() {
        return mistakes;
    }

    /** The same for a person: under each mistake the line that it is in, and carets under the place; both are indented. */
    public List<String> report() {
        return report;
    }

    /** @param texts by the names of their files */
    ProfileException underlined(Map<String, String> texts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < mistakes.size(); i++) {
            lines.add(mistakes.get(i));
            String text = i < places.size() ? texts.get(places.get(i).file()) : null;
            if (text != null) {
                lines.addAll(Excerpt.of(text, places.get(i)));
            }
        }
        ProfileException underlined = new ProfileException(mistakes, places, lines);
        underlined.setStackTrace(getStackTrace());
        return underlined;
    }
}
