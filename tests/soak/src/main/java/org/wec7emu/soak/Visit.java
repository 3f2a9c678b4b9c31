package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A session of a client, held to what its device's conditions were when it began. Where they have changed since then nothing is
 * demanded but that bytes are right.
 */
final class Visit {
    /** Longer than any fault lasts, with what TCP then takes until it sends again. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long silence is listened to. */
    static final Duration SILENCE = Duration.ofMillis(250);

    private final Site site;
    private final Findings findings;
    private final String client;
    private final Conditions.Now then;
    private int port;

    Visit(Site site, Findings findings, String client) {
        this.site = site;
        this.findings = findings;
        this.client = client;
        then = site.conditions().now();
    }

    Site site() {
        return site;
    }

    Conditions.Now then() {
        return then;
    }

    /** The client's port, once it is known. */
    void comesFrom(int clientPort) {
        port = clientPort;
    }

    boolean held() {
        return site.conditions().heldSince(then);
    }

    void count(String what) {
        findings.count(what);
    }

    /** Holds where nothing has changed meanwhile. */
    void demand(boolean holds, Supplier<String> otherwise) {
        if (holds) {
            return;
        }
        if (held()) {
            fail(otherwise.get());
        } else {
            count("uncertain, as conditions changed");
        }
    }

    void fail(String what) {
        findings.fail(client + " at " + site + ", " + then + ": " + what + "\n" + site.ladder(port));
    }

    /** What the client was told is all of a file. */
    void downloaded(Content content, byte[] received) {
        byte[] bytes = site.mishap().received(received);
        if (!content.is(bytes)) {
            fail("RETR " + content.name() + " ended well with " + Content.described(bytes) + "; the file has "
                    + Content.described(content.bytes()));
            return;
        }
        count("downloads, " + client);
        findings.verified(bytes.length);
    }

    /** What the client was told is stored. */
    void uploaded(Content content) throws IOException {
        Path file = site.shelf().path(content);
        site.mishap().stored(file);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            fail("STOR " + content.name() + " ended well, and the file isn't there");
            return;
        }
        if (!content.is(bytes)) {
            fail("STOR " + content.name() + " ended well, and on the card is " + Content.described(bytes)
                    + "; sent was " + Content.described(content.bytes()));
            return;
        }
        site.shelf().stored(content);
        demand(!then.refuses(content.size()), () -> "STOR " + content.name() + " ended well, though nothing fits");
        count("uploads, " + client);
        findings.verified(bytes.length);
    }

    /** Gone from the card, as the client was told. */
    void removed(Content content) {
        if (Files.exists(site.shelf().path(content))) {
            fail("DELE " + content.name() + " ended well, and the file is there");
        }
        site.shelf().removed(content);
        count("removals");
    }
}
