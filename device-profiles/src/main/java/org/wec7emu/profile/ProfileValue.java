package org.wec7emu.profile;

/**
 * One leaf of a profile.
 *
 * @param path dotted keys from the top, such as {@code ftp.replies.ready} or {@code firewall.rules.rule3}
 * @param text the value as a person writes it
 * @param evidence what it rests on
 * @param position where it stands; in the base profile's file when inherited
 */
public record ProfileValue(String path, String text, Evidence evidence, Position position) {}
