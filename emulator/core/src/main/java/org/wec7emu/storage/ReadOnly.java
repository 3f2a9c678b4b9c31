package org.wec7emu.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** The read-only attribute of the device's files: on the host, a file that nobody has the permission to write. */
final class ReadOnly {
    private static final Set<PosixFilePermission> WRITING = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private ReadOnly() {}

    /** Whether a file can't be written. Root could write all files, so it is the permissions that count. */
    static boolean is(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
            return permissions.stream().noneMatch(WRITING::contains) || !Files.isWritable(file);
        } catch (IOException e) {
            return true; // gone, or out of reach
        }
    }

    static void set(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.removeAll(WRITING);
        Files.setPosixFilePermissions(file, permissions);
    }
}
