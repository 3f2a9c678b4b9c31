package org.wec7emu.profile;

import java.util.List;

/**
 * What lies on a device as delivered.
 *
 * @param card the card's directory, such as {@code \Hard Disk}
 * @param directories as seen on the device, such as {@code \Hard Disk\TwinCAT\3.1\Boot}; parents before children
 * @param files the same for files, which are empty in the emulator
 */
public record StorageProfile(String card, List<String> directories, List<String> files) {}
