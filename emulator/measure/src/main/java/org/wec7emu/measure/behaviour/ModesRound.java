package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Observation.NotAsked;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.path.NetworkPath;

/** Which data connections come about, on one path, and what is said about them. */
final class ModesRound implements Round {
    private static final String LIST = "LIST";
    private static final String RETR = "RETR";
    private static final String STOR = "STOR";
    private static final String FROM_PORT = "the device dials from port";
    private static final String NEEDS_FILES = "it needs files of ours there (--write DIR)";

    private final NetworkPath path;

    ModesRound(NetworkPath path) {
        this.path = path;
    }

    @Override
    public String name() {
        return path == NetworkPath.DIRECT ? "data modes" : "data modes on path " + path.label();
    }

    private boolean isDirect() {
        return path == NetworkPath.DIRECT;
    }

    @Override
    public List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>();
        for (DataMode mode : DataMode.values()) {
            for (String errand : isDirect() ? List.of(LIST, RETR, STOR) : List.of(LIST)) {
                all.add(comesAbout(mode, errand));
            }
            if (isDirect()) {
                all.add(says(mode));
            }
        }
        if (isDirect()) {
            all.add(fromPort());
        }
        return all;
    }

    private Behaviour comesAbout(DataMode mode, String errand) {
        return isDirect()
                ? new Behaviour(
                        mode.topic(),
                        mode + " " + errand,
                        "a transfer by " + errand + " on a data connection by " + mode)
                : new Behaviour(
                        Topic.PATHS,
                        path.label() + ": " + mode,
                        "LIST on a data connection by " + mode + ", on the path " + path.label());
    }

    private static Behaviour says(DataMode mode) {
        return new Behaviour(Topic.TRANSFERS, "LIST after " + mode, "the replies to LIST after " + mode + ", in order");
    }

    private static Behaviour fromPort() {
        return new Behaviour(Topic.ACTIVE, FROM_PORT, "the port that the data connection comes from after PORT");
    }

    @Override
    public String notFromOutside() {
        return isDirect() ? "" : "what stands before a real client can't be changed from here";
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try (Subject subject = side.start(Setting.behind(path))) {
            Optional<Scene> scene = isDirect() ? sceneOrNone(subject) : Optional.empty();
            for (DataMode mode : DataMode.values()) {
                one(subject, scene, mode, LIST, findings);
                boolean lost = findings.all().get(comesAbout(mode, LIST)) instanceof Seen seen && isLost(seen);
                for (String errand : isDirect() ? List.of(RETR, STOR) : List.<String>of()) {
                    if (lost && subject.device().isEmpty()) {
                        findings.note(
                                comesAbout(mode, errand),
                                new NotAsked("its data connections are blocked, as LIST shows"));
                    } else {
                        one(subject, scene, mode, errand, findings);
                    }
                }
            }
        }
    }

    /** A server somewhere isn't waited for again and again. */
    private static boolean isLost(Seen seen) {
        return seen.outcome().equals(Transfer.BLOCKED) || seen.outcome().equals(Transfer.LOST);
    }

    /** Without a session there are no files, which the transfers themselves will tell. */
    private static Optional<Scene> sceneOrNone(Subject subject) throws IOException {
        try {
            return subject.scene();
        } catch (NoSessionException e) {
            return Optional.empty();
        }
    }

    private void one(Subject subject, Optional<Scene> scene, DataMode mode, String errand, Findings findings)
            throws IOException {
        Behaviour behaviour = comesAbout(mode, errand);
        if (!errand.equals(LIST) && scene.isEmpty()) {
            findings.note(behaviour, new NotAsked(NEEDS_FILES));
            return;
        }
        try (Session session = Session.loggedIn(subject)) {
            Transfer transfer = new Transfer(subject, session, mode);
            Transfer.Result result = transferred(transfer, scene, errand);
            findings.note(behaviour, result.seen());
            if (isDirect() && errand.equals(LIST)) {
                notes(subject, mode, result, findings);
            }
            if (result.works()) {
                session.quit();
            }
        } catch (NoSessionException e) {
            String text = "no session: " + e.why();
            if (isDirect()) {
                findings.notAsked(List.of(says(mode), fromPort()), e.why());
            }
            findings.note(
                    behaviour,
                    new Seen(
                            text,
                            text,
                            Tone.BAD,
                            subject.whyDropped(PortMap.CONTROL_PORT),
                            subject.values(subject.decidingOn(PortMap.CONTROL_PORT))));
        }
    }

    private static Transfer.Result transferred(Transfer transfer, Optional<Scene> scene, String errand)
            throws IOException {
        return switch (errand) {
            case RETR -> transfer.receive(RETR + " " + scene.orElseThrow().path(Scene.FILE));
            case STOR -> transfer.send(STOR + " " + scene.orElseThrow().path(Scene.NEW), Scene.CONTENT);
            default -> transfer.receive(LIST);
        };
    }

    private static void notes(Subject subject, DataMode mode, Transfer.Result result, Findings findings) {
        result.dialledFrom().ifPresent(port -> {
            String outcome = port == PortMap.DATA_PORT ? "20" : "another than 20";
            findings.note(fromPort(), new Seen(outcome, outcome, Tone.PLAIN, "", List.of()));
        });
        if (!result.works()) {
            findings.notAsked(
                    mode.isActive() ? List.of(says(mode), fromPort()) : List.of(says(mode)),
                    "no data connection came about");
            return;
        }
        List<String> paths = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Heard reply : result.replies()) {
            texts.add(Replies.text(reply));
            paths.addAll(subject.repliesLike(Replies.line(reply)));
        }
        String text = String.join("; ", texts);
        findings.note(says(mode), new Seen(text, text, Tone.PLAIN, "", subject.values(paths)));
    }
}
