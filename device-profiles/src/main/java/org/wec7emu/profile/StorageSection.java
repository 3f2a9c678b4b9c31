package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.wec7emu.profile.StorageProfile.BeyondCodePage;
import org.wec7emu.profile.StorageProfile.DosDevices;
import org.wec7emu.profile.StorageProfile.FullCard;
import org.wec7emu.profile.StorageProfile.NameRules;
import org.wec7emu.profile.StorageProfile.Trailing;
import org.wec7emu.profile.StorageProfile.WhileUploaded;

/** Reads {@code storage:}. */
final class StorageSection {
    private static final String UNLIMITED = "unlimited";

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
        StorageProfile storage = new StorageProfile(
                card,
                size(),
                cursor.choice("full-card", FullCard.values()),
                cursor.choice("while-uploaded", WhileUploaded.values()),
                directories,
                files,
                marked("read-only", files, "storage.files"),
                marked("hidden", both(directories, files), "storage.directories or storage.files"),
                new NameRules(
                        cursor.choice("trailing-dots-and-blanks", Trailing.values()),
                        cursor.choice("dos-device-names", DosDevices.values()),
                        cursor.choice("names-beyond-code-page", BeyondCodePage.values())));
        cursor.close();
        return storage;
    }

    private OptionalLong size() {
        String text = cursor.text("card-size", "512 MiB");
        if (text.isEmpty() || text.equals(UNLIMITED)) {
            return OptionalLong.empty();
        }
        long bytes = SizeText.parse(text);
        if (bytes <= 0) {
            cursor.reject(
                    "card-size",
                    Quoted.of(text) + " is no size of a card; write a whole number and one of B, KiB, MiB, GiB, for"
                            + " example 512 MiB, or " + UNLIMITED);
        }
        return OptionalLong.of(bytes);
    }

    private static List<String> both(List<String> directories, List<String> files) {
        List<String> both = new ArrayList<>(directories);
        both.addAll(files);
        return both;
    }

    /** Paths of those that are listed, which something more is said of. */
    private List<String> marked(String key, List<String> listed, String where) {
        List<String> marked = new ArrayList<>();
        for (Node.Scalar item : cursor.texts(key, "'\\Hard Disk\\NK.bin'")) {
            String path = item.text();
            marked.add(path);
            if (!path.isEmpty() && listed.stream().noneMatch(path::equalsIgnoreCase)) {
                mistakes.add(item.at(), Quoted.of(path) + " is not among " + where + "; list it there too");
            }
        }
        return marked;
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
