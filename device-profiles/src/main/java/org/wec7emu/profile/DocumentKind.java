package org.wec7emu.profile;

/**
 * What a YAML file is, in messages about it.
 *
 * @param name as in "a profile"
 * @param beginning a key that stands in it
 */
record DocumentKind(String name, String beginning) {
    static final DocumentKind PROFILE = new DocumentKind("a profile", "image:");
}
