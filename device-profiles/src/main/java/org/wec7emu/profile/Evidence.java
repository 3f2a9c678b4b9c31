package org.wec7emu.profile;

/**
 * What a value of a profile rests on.
 *
 * @param grade how well it is known
 * @param source key into the list of sources ({@code sources.yaml}); empty only when the grade is inferred or unknown
 * @param note reason or remark, or empty
 */
public record Evidence(Grade grade, String source, String note) {}
