package org.wec7emu.profile;

/**
 * A profile that a catalogue has.
 *
 * @param name the image's name in it
 * @param file what messages call it
 * @param text what stands in it
 * @param users whether a user made it, so its name may be no image's
 */
record ProfileFile(String name, String file, String text, boolean users) {}
