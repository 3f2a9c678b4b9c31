package org.wec7emu.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values. Immutable. Case tells neither keys nor values apart; each keeps the spelling in which it came first. A key
 * is there when it was made itself: keys above it are not.
 */
public final class Registry {
    public static final Registry EMPTY = new Registry(new TreeMap<>());

    /** By path without case, so that a key's subkeys stand behind it. */
    private final NavigableMap<String, Key> keys;

    /** @param order in which it was made */
    private record Key(int order, String path, String at, Map<String, Value> values) {}

    private record Value(String name, String at, RegistryValue value) {}

    private Registry(NavigableMap<String, Key> keys) {
        this.keys = keys;
    }

    /** A registry of these keys; of two of the same path, the values of both. */
    public static Registry of(List<RegistryKey> keys) {
        List<RegistryChange> changes = new ArrayList<>();
        for (RegistryKey key : keys) {
            changes.add(new RegistryChange.MakeKey("", key.path()));
            key.values()
                    .forEach((name, value) -> changes.add(new RegistryChange.SetValue("", key.path(), name, value)));
        }
        return EMPTY.apply(changes);
    }

    /** The registry when a file has been entered. */
    public Registry apply(RegistryFile file) {
        return apply(file.changes());
    }

    /** The registry after changes, in their order: of two that set the same value the last one wins. */
    public Registry apply(List<RegistryChange> changes) {
        TreeMap<String, Key> changed = new TreeMap<>();
        keys.forEach((path, key) ->
                changed.put(path, new Key(key.order(), key.path(), key.at(), new LinkedHashMap<>(key.values()))));
        int order = changed.values().stream().mapToInt(Key::order).max().orElse(0);
        for (RegistryChange change : changes) {
            String path = KeySyntax.caseless(change.path());
            if (change instanceof RegistryChange.MakeKey made) {
                Key old = changed.get(path);
                changed.put(
                        path,
                        old == null
                                ? new Key(++order, made.path(), made.at(), new LinkedHashMap<>())
                                : new Key(old.order(), old.path(), made.at(), old.values()));
            } else if (change instanceof RegistryChange.DeleteKey) {
                changed.remove(path);
                changed.subMap(path + KeySyntax.SEPARATOR, path + (char) (KeySyntax.SEPARATOR + 1))
                        .clear();
            } else {
                Key key = changed.get(path);
                change(key == null ? new LinkedHashMap<>() : key.values(), change);
            }
        }
        return new Registry(changed);
    }

    private static void change(Map<String, Value> values, RegistryChange change) {
        if (change instanceof RegistryChange.SetValue set) {
            Value old = values.get(KeySyntax.caseless(set.name()));
            String name = old == null ? set.name() : old.name();
            values.put(KeySyntax.caseless(set.name()), new Value(name, set.at(), set.value()));
        } else if (change instanceof RegistryChange.DeleteValue deleted) {
            values.remove(KeySyntax.caseless(deleted.name()));
        }
    }

    /** All keys, in the order in which they were made. */
    public List<RegistryKey> keys() {
        return keys.values().stream()
                .sorted(Comparator.comparingInt(Key::order))
                .map(Registry::written)
                .toList();
    }

    /** The keys directly below a path, in the order in which they were made. */
    public List<RegistryKey> keysBelow(String path) {
        String start = KeySyntax.caseless(path) + KeySyntax.SEPARATOR;
        return keys.subMap(start, KeySyntax.caseless(path) + (char) (KeySyntax.SEPARATOR + 1)).values().stream()
                .filter(key -> key.path().indexOf(KeySyntax.SEPARATOR, start.length()) < 0)
                .sorted(Comparator.comparingInt(Key::order))
                .map(Registry::written)
                .toList();
    }

    public Optional<RegistryKey> key(String path) {
        return Optional.ofNullable(keys.get(KeySyntax.caseless(path))).map(Registry::written);
    }

    /**
     * What a value is.
     *
     * @param name empty for the key's default value
     */
    public Optional<RegistryValue> value(String path, String name) {
        return Optional.ofNullable(find(path, name)).map(Value::value);
    }

    /** Where a value was set last, or if there is none, its key: {@code file:line:column}. Empty where no file did. */
    public String place(String path, String name) {
        Value value = find(path, name);
        Key key = keys.get(KeySyntax.caseless(path));
        return value != null ? value.at() : key == null ? "" : key.at();
    }

    private @Nullable Value find(String path, String name) {
        Key key = keys.get(KeySyntax.caseless(path));
        return key == null ? null : key.values().get(KeySyntax.caseless(name));
    }

    private static RegistryKey written(Key key) {
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        key.values().values().forEach(value -> values.put(value.name(), value.value()));
        return new RegistryKey(key.path(), "", values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Registry registry && keys().equals(registry.keys());
    }

    @Override
    public int hashCode() {
        return keys().hashCode();
    }

    @Override
    public String toString() {
        return keys().toString();
    }
}
