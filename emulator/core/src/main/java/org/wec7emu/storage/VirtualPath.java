package org.wec7emu.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * A path as an FTP client sees it: absolute, normalised, never above the root.
 *
 * @param segments names from the root; none for the root itself
 */
public record VirtualPath(List<String> segments) {
    public static final VirtualPath ROOT = new VirtualPath(List.of());

    public VirtualPath {
        segments = List.copyOf(segments);
    }

    /**
     * The path that {@code argument} names when this one is the working directory. Both slashes separate; {@code ..} at the
     * root stays there.
     */
    public VirtualPath resolve(String argument) {
        boolean absolute = !argument.isEmpty() && isSlash(argument.charAt(0));
        List<String> result = absolute ? new ArrayList<>() : new ArrayList<>(segments);
        int start = 0;
        for (int i = 0; i <= argument.length(); i++) {
            if (i == argument.length() || isSlash(argument.charAt(i))) {
                step(result, argument.substring(start, i));
                start = i + 1;
            }
        }
        return new VirtualPath(result);
    }

    /** The path of these names when this one is their directory. */
    VirtualPath append(List<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        List<String> result = new ArrayList<>(segments);
        result.addAll(names);
        return new VirtualPath(result);
    }

    /** Whether a path is {@code directory} or lies in it, whatever their case. */
    boolean startsWith(VirtualPath directory) {
        boolean starts = segments.size() >= directory.segments.size();
        for (int i = 0; starts && i < directory.segments.size(); i++) {
            starts = segments.get(i).equalsIgnoreCase(directory.segments.get(i));
        }
        return starts;
    }

    private static void step(List<String> path, String name) {
        if (name.equals("..")) {
            if (!path.isEmpty()) {
                path.remove(path.size() - 1);
            }
        } else if (!name.isEmpty() && !name.equals(".")) {
            path.add(name);
        }
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    /** The directory it lies in; the root's is the root. */
    public VirtualPath parent() {
        return isRoot() ? this : new VirtualPath(segments.subList(0, segments.size() - 1));
    }

    /** The last segment; empty for the root. */
    public String name() {
        return isRoot() ? "" : segments.get(segments.size() - 1);
    }

    /** With forward slashes, as in {@code /TwinCAT/3.1}. */
    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
