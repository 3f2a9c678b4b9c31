package org.wec7emu.registry;

/** What a line of a {@code .reg} file does to a registry. */
public sealed interface RegistryChange {
    /** Where it stands: {@code file:line:column}. */
    String at();

    /** The key's path from the root. */
    String path();

    /** Makes the key, if there is none. */
    record MakeKey(String at, String path) implements RegistryChange {}

    /** Deletes the key, its values, and all keys below it. */
    record DeleteKey(String at, String path) implements RegistryChange {}

    /**
     * Sets a value of the key.
     *
     * @param name empty for the key's default value
     */
    record SetValue(String at, String path, String name, RegistryValue value) implements RegistryChange {}

    /**
     * Deletes a value of the key.
     *
     * @param name empty for the key's default value
     */
    record DeleteValue(String at, String path, String name) implements RegistryChange {}
}
