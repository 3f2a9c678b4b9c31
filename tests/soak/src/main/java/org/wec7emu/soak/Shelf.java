package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be on a device's card, and what may be there: an upload that broke off leaves its beginning. */
final class Shelf {
    private static final int[] SIZES = {0, 1, 1_000, 65_536, 300_000, 1_000_000};

    private final Path directory;
    private final long seed;
    private final List<Content> fixed = new ArrayList<>();
    private final Map<String, Content> kept = new HashMap<>();
    private final Map<String, Content> doubtful = new HashMap<>();

    /** Puts the files there that stay. */
    Shelf(Path directory, long seed) throws IOException {
        this.directory = directory;
        this.seed = seed;
        for (int size : SIZES) {
            Content content = new Content(seed, "fixed-" + size + ".bin", size);
            Files.write(directory.resolve(content.name()), content.bytes());
            fixed.add(content);
            kept.put(content.name(), content);
        }
    }

    /** The files that nobody removes. */
    List<Content> fixed() {
        return fixed;
    }

    /** What a file of that name and size is to have in it. */
    Content content(String name, int size) {
        return new Content(seed, name, size);
    }

    /** Whether a client has stored it there. */
    synchronized boolean has(Content content) {
        return kept.containsKey(content.name());
    }

    Path path(Content content) {
        return directory.resolve(content.name());
    }

    /** An upload or a removal is about to begin. */
    synchronized void begin(Content content) {
        kept.remove(content.name());
        doubtful.put(content.name(), content);
    }

    /** The device says that it has it. */
    synchronized void stored(Content content) {
        doubtful.remove(content.name());
        kept.put(content.name(), content);
    }

    /** The device says that it has it no more. */
    synchronized void removed(Content content) {
        doubtful.remove(content.name());
    }

    /** Holds the card to that, in sentences; empty when all is well. Nobody may be at it. */
    synchronized List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        Map<String, Content> missing = new HashMap<>(kept);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.bin")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                missing.remove(name);
                complaint(name, Files.readAllBytes(file)).ifPresent(complaints::add);
            }
        }
        missing.keySet().forEach(name -> complaints.add(name + " was stored and is gone"));
        return complaints;
    }

    private Optional<String> complaint(String name, byte[] bytes) {
        Content whole = kept.get(name);
        Content begun = doubtful.get(name);
        boolean good = whole != null ? whole.is(bytes) : begun != null && begun.beginsWith(bytes);
        return good
                ? Optional.empty()
                : Optional.of(name + " is on the card with " + Content.described(bytes) + "; "
                        + (whole != null
                                ? "stored were " + Content.described(whole.bytes())
                                : begun != null
                                        ? "that is not the beginning of " + Content.described(begun.bytes())
                                        : "it should be gone"));
    }
}
