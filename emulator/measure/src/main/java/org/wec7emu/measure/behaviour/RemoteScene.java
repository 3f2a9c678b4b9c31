package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.measure.client.Heard;

/** A {@link Scene} on a server somewhere, in a directory of its own that is removed again. */
final class RemoteScene {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static final int TRIES = 5;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Scene scene;

    private RemoteScene(Scene scene) {
        this.scene = scene;
    }

    Scene scene() {
        return scene;
    }

    /**
     * Makes it.
     *
     * @param directory in which it is made
     * @throws IOException when it can't be made; what was made until then has been removed
     */
    static RemoteScene make(Subject subject, String directory) throws IOException {
        String own = "/wec7emu-" + UUID.randomUUID().toString().substring(0, 8) + "/";
        String root = absolute(subject, directory.replaceAll("/+$", "")) + own;
        RemoteScene made = new RemoteScene(new Scene(root));
        try {
            made.fill(subject);
            return made;
        } catch (IOException e) {
            CleanUp.always(() -> made.remove(subject));
            throw e;
        }
    }

    /** As commands change the directory, where they begin has to be told. */
    private static String absolute(Subject subject, String directory) throws IOException {
        if (directory.isEmpty() || directory.startsWith("/")) {
            return directory;
        }
        try (Session session = Session.loggedIn(subject)) {
            Matcher quoted = QUOTED.matcher(Replies.line(session.ask("PWD")));
            session.quit();
            return (quoted.find() ? quoted.group(1).replaceAll("/+$", "") : "") + "/" + directory;
        }
    }

    private void fill(Subject subject) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            for (String folder : List.of("", Scene.FOLDER, Scene.EMPTY)) {
                String path = scene.path(folder).replaceAll("/$", "");
                need(session.ask("MKD " + path), "directory " + path);
            }
            session.quit();
        }
        upload(subject, Scene.FILE, Scene.CONTENT);
        upload(subject, Scene.LINES, Scene.LINES_CONTENT);
        upload(subject, Scene.OTHER, Scene.CONTENT);
        upload(subject, Scene.FOLDER + "/" + Scene.INNER, Scene.CONTENT);
    }

    private static void need(Heard heard, String what) throws IOException {
        if (Session.code(heard) / 100 != 2) {
            throw new IOException(what + " can't be made there: " + Replies.text(heard));
        }
    }

    private void upload(Subject subject, String name, String content) throws IOException {
        String last = "";
        for (DataMode mode : DataMode.values()) {
            try (Session session = Session.loggedIn(subject)) {
                session.ask("TYPE I");
                Transfer.Result result = new Transfer(subject, session, mode).send("STOR " + scene.path(name), content);
                if (result.works()) {
                    session.quit();
                    return;
                }
                last = result.seen().text();
            }
        }
        throw new IOException("file " + scene.path(name) + " can't be made there: " + last);
    }

    /**
     * Removes all of it that is there, and what commands may have made in it. Once more where something is left: the server may
     * only then get to the end of a transfer that was broken off.
     */
    void remove(Subject subject) throws IOException {
        for (int i = 1; !isRemoved(subject) && i < TRIES; i++) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean isRemoved(Subject subject) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            for (String file : List.of(
                    Scene.FILE, Scene.LINES, Scene.OTHER, Scene.NEW, "renamed.txt", Scene.FOLDER + "/" + Scene.INNER)) {
                session.ask("DELE " + scene.path(file));
            }
            for (String folder : List.of(Scene.FOLDER, Scene.EMPTY, "Made", "Gone")) {
                session.ask("RMD " + scene.path(folder));
            }
            boolean removed = Session.code(session.ask("RMD " + scene.path("").replaceAll("/$", ""))) / 100 == 2;
            session.quit();
            return removed;
        }
    }
}
