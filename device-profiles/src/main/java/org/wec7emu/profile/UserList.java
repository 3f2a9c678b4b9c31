package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Who of the users with a password may log in: the registry value UserList. Its entries are read from left to right, and the
 * first that is about the user decides; a user whom none is about is refused. Sources: Microsoft, FTP Server User List, ms901285,
 * which separates the entries by semicolons, and FTP Server Registry Settings, ms881875, which names commas.
 */
public final class UserList {
    private static final String EVERYBODY = "*";
    private static final String SEPARATORS = ";,";
    /** What no name of a user or group on Windows has in it. */
    private static final String NEVER_IN_NAMES = "\"/\\[]:|<>+=?*@";

    private final String text;
    private final List<Entry> entries;

    /** @param group whether {@code name} is a group's; never for everybody */
    private record Entry(boolean admits, boolean group, String name) {
        boolean isAbout(String user, Set<String> groups) {
            return name.equals(EVERYBODY)
                    || (group ? groups.stream().anyMatch(name::equalsIgnoreCase) : name.equalsIgnoreCase(user));
        }
    }

    private UserList(String text, List<Entry> entries) {
        this.text = text;
        this.entries = entries;
    }

    /**
     * Reads {@code name}, {@code -name}, {@code @group}, {@code -@group}, {@code *} or {@code @*} (everybody), {@code -*} or
     * {@code -@*} (nobody), with semicolons or commas between them. Blanks around an entry, and entries without anything in them,
     * don't count.
     *
     * @throws IllegalArgumentException when an entry is none of these; the message names it and says what is wrong
     */
    public static UserList parse(String text) {
        List<Entry> entries = new ArrayList<>();
        StringTokenizer items = new StringTokenizer(text, SEPARATORS);
        while (items.hasMoreTokens()) {
            String item = items.nextToken().strip();
            if (!item.isEmpty()) {
                entries.add(entry(item));
            }
        }
        return new UserList(text, List.copyOf(entries));
    }

    private static Entry entry(String item) {
        boolean refuses = item.startsWith("-");
        String who = item.substring(refuses ? 1 : 0);
        boolean group = who.startsWith("@");
        String name = who.substring(group ? 1 : 0);
        if (name.equals(EVERYBODY)) {
            return new Entry(!refuses, false, EVERYBODY);
        }
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    name.isBlank()
                            ? "entry " + Quoted.of(item) + " names nobody"
                            : "entry " + Quoted.of(item) + " has a character that no name has");
        }
        return new Entry(!refuses, group, name);
    }

    /** Whether a user or group may be called so. */
    static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.chars().allMatch(c -> c >= ' ' && c != ';' && c != ',' && NEVER_IN_NAMES.indexOf(c) < 0);
    }

    /** Whether that user, a member of those groups, may log in. Names have no case. */
    public boolean admits(String user, Set<String> groups) {
        for (Entry entry : entries) {
            if (entry.isAbout(user, groups)) {
                return entry.admits();
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserList list && entries.equals(list.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
