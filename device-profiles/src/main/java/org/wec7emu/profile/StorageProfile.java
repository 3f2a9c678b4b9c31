package org.wec7emu.profile;

import java.util.List;
import java.util.OptionalLong;

/**
 * A device's card, and what lies on it as delivered.
 *
 * @param card the card's directory, such as {@code \Hard Disk}
 * @param cardSize bytes that the files on the card may have together; empty where the host's room is the limit
 * @param fullCard what becomes of an upload that doesn't fit
 * @param whileUploaded what a file is to other clients while one uploads it
 * @param directories as seen on the device, such as {@code \Hard Disk\TwinCAT\3.1\Boot}; parents before children
 * @param files the same for files, which are empty in the emulator
 * @param readOnly those of the files that can be neither overwritten nor deleted nor renamed
 * @param hidden those of the directories and files that only users see who have the right to
 * @param names which names the file system takes
 */
public record StorageProfile(
        String card,
        OptionalLong cardSize,
        FullCard fullCard,
        WhileUploaded whileUploaded,
        List<String> directories,
        List<String> files,
        List<String> readOnly,
        List<String> hidden,
        NameRules names) {
    public StorageProfile {
        directories = List.copyOf(directories);
        files = List.copyOf(files);
        readOnly = List.copyOf(readOnly);
        hidden = List.copyOf(hidden);
    }

    /** What becomes of an upload that doesn't fit on the card. */
    public enum FullCard {
        /** There is no trace of it: a file that it was to replace is as it was. */
        UNDONE,
        /** What did fit stays, in place of what the file was before. */
        HALF_WRITTEN
    }

    /** What a file is to other clients while one uploads it. */
    public enum WhileUploaded {
        /** It can be read, but neither uploaded nor deleted nor renamed. */
        BUSY,
        /** A file as any other; of two uploads at a time a mixture remains. */
        SHARED
    }

    /**
     * Names of files and directories.
     *
     * @param trailing what becomes of dots and blanks at a name's end
     * @param dosDevices what the names of DOS devices are, such as CON, NUL and COM1.TXT
     * @param beyondCodePage how listings show a name of the host that the code page hasn't got all letters of
     */
    public record NameRules(Trailing trailing, DosDevices dosDevices, BeyondCodePage beyondCodePage) {}

    /** What becomes of dots and blanks at a name's end. */
    public enum Trailing {
        /** They are left out: {@code a.txt. } is {@code a.txt}. */
        STRIPPED,
        /** There is no such file, and none can be made. */
        REFUSED
    }

    /** What the names of DOS devices are. */
    public enum DosDevices {
        /** Names as any other. */
        ORDINARY,
        /** There is no such file, and none can be made. */
        REFUSED
    }

    /** How listings show a name that the code page can't say. */
    public enum BeyondCodePage {
        /** A question mark for each letter; a client can't ask for such a name. */
        QUESTION_MARKS,
        /** Not at all. */
        LEFT_OUT
    }
}
