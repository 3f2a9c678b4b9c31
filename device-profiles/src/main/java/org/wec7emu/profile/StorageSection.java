package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code storage:}. */
final class StorageSection {
    private final Cursor cursor;
    private final Mistakes mistakes;
    /** In lower case: the card's file system knows no case. */
    private final Set<String> seen = new HashSet<>();
    /** What lies below a path that can't be right isn't wrong for that. */
    private boolean anyFaulty;

    StorageSection(Cursor cursor, Mistakes mistakes) {
        this.cursor = cursor;
        this.mistakes = mistakes;
    }

    StorageProfile read() {
        String card = cursor.text("card", "'\\Hard Disk'");
        String fault = DevicePath.fault(card);
        if (!card.isEmpty() && fault != null) {
            cursor.reject("card", Quoted.of(card) + " " + fault + "; write for example '\\Hard Disk'");
        }
        Set<String> directoriesSoFar = new HashSet<>();
        directoriesSoFar.add(card.toLowerCase(Locale.ROOT));
        List<String> directories = new ArrayList<>();
        for (Node.Scalar item : cursor.texts("directories", "'\\Hard Disk\\ftp'")) {
            check(item, directoriesSoFar);
            directories.add(item.text());
            directoriesSoFar.add(item.text().toLowerCase(Locale.ROOT));
        }
        List<String> files = new ArrayList<>();
        for (Node.Scalar item : cursor.texts("files", "'\\Hard Disk\\NK.bin'")) {
            check(item, directoriesSoFar);
            files.add(item.text());
        }
        cursor.close();
        return new StorageProfile(card, List.copyOf(directories), List.copyOf(files));
    }

    private void check(Node.Scalar item, Set<String> directories) {
        String path = item.text();
        String fault = DevicePath.fault(path);
        if (fault != null) {
            anyFaulty = true;
            mistakes.add(item.at(), Quoted.of(path) + " " + fault + "; write for example '\\Hard Disk\\ftp'");
        } else if (!anyFaulty && !directories.contains(DevicePath.parent(path).toLowerCase(Locale.ROOT))) {
            mistakes.add(
                    item.at(),
                    Quoted.of(path) + " lies in a directory that isn't listed before it; list "
                            + Quoted.of(DevicePath.parent(path)) + " first");
        } else if (!seen.add(path.toLowerCase(Locale.ROOT))) {
            mistakes.add(item.at(), Quoted.of(path) + " is listed twice (names know no case); remove one");
        }
    }
}
