package org.wec7emu.profile;

/**
 * A directory that clients see directly below {@code /} though it lies elsewhere on the device. Source: Microsoft, Creating
 * Virtual FTP Directories (Windows CE .NET 4.2), ms901361.
 *
 * @param name as clients see it
 * @param target the device's directory, such as {@code \Hard Disk\Music}
 */
public record VirtualRoot(String name, String target) {}
