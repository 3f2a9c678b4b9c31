package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Ask.Needs;
import org.wec7emu.measure.behaviour.Ask.When;
import org.wec7emu.measure.behaviour.Observation.NotAsked;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.client.Heard;

/** What each command is answered, code and text. */
final class CommandsRound implements Round {
    private static final String NEEDS_FILES = "it needs files of ours there (--write DIR)";
    private final List<Ask> asks = Asks.all();

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>(List.of(greeting()));
        asks.forEach(ask -> all.add(behaviour(ask)));
        return all;
    }

    private static Behaviour greeting() {
        return new Behaviour(Topic.CONTROL, "the greeting", "what a client hears that connects to port 21");
    }

    private static Behaviour behaviour(Ask ask) {
        return new Behaviour(Topic.COMMANDS, ask.name(), "the reply to it, code and text");
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try (Subject subject = side.start(Setting.PLAIN);
                Sessions sessions = new Sessions(subject)) {
            greet(subject, findings);
            Optional<Scene> scene = subject.scene();
            for (Ask ask : asks) {
                findings.note(
                        behaviour(ask),
                        scene.isEmpty() && ask.needs() != Needs.NOTHING
                                ? new NotAsked(NEEDS_FILES)
                                : answered(
                                        subject,
                                        sessions,
                                        ask,
                                        scene.map(Scene::root).orElse("/")));
            }
        }
    }

    private static void greet(Subject subject, Findings findings) throws IOException {
        List<String> paths = new ArrayList<>(subject.decidingOn(PortMap.CONTROL_PORT));
        Seen seen;
        try (Session session = Session.greeted(subject)) {
            String text = Replies.text(session.greeting());
            paths.addAll(subject.repliesLike(Replies.line(session.greeting())));
            seen = new Seen(text, text, Tone.GOOD, "", subject.values(paths));
            session.quit();
        } catch (NoSessionException e) {
            seen = new Seen(
                    e.why(), e.why(), Tone.BAD, subject.whyDropped(PortMap.CONTROL_PORT), subject.values(paths));
            findings.note(greeting(), seen);
            throw e;
        }
        findings.note(greeting(), seen);
    }

    private static Seen answered(Subject subject, Sessions sessions, Ask ask, String root) throws IOException {
        Session session = sessions.session(ask.when());
        for (String line : ask.before()) {
            session.ask(filled(line, session, root));
        }
        Heard heard = said(session, filled(ask.line(), session, root));
        if (heard instanceof Heard.Reply) {
            for (String line : ask.after()) {
                session.ask(filled(line, session, root));
            }
        }
        sessions.release(ask.when(), heard);
        String text = Replies.masked(Replies.text(heard), "/");
        List<String> paths = new ArrayList<>(replies(subject, ask, heard));
        paths.addAll(ask.restsOn());
        return new Seen(Replies.masked(text, root), text, Tone.PLAIN, "", subject.values(paths));
    }

    /** A line that ends already is sent as it is; a line feed that ends none is followed by one that does. */
    private static Heard said(Session session, String line) throws IOException {
        if (!line.endsWith("\n")) {
            return session.ask(line);
        }
        session.control().sendBytes(line);
        session.control().sendBytes("\r\n");
        return session.reply();
    }

    /** Where a reply may be that of several occasions, those of PORT and the like count for these alone. */
    private static List<String> replies(Subject subject, Ask ask, Heard heard) {
        List<String> paths = subject.repliesLike(Replies.line(heard));
        boolean port = ask.line().startsWith("PORT") || ask.line().startsWith("EPRT");
        return port || paths.size() < 2
                ? paths
                : paths.stream()
                        .filter(path -> !path.endsWith("-refused") && !path.endsWith("only-epsv"))
                        .toList();
    }

    private static String filled(String line, Session session, String root) throws IOException {
        String address = session.control().address().getHostAddress();
        return line.replace("{root}", root)
                .replace("{client}", address.replace('.', ','))
                .replace("{address}", address);
    }

    /** The session that several commands share, and those that one has alone. */
    private static final class Sessions implements AutoCloseable {
        private final Subject subject;
        private @Nullable Session shared;
        private @Nullable Session alone;

        Sessions(Subject subject) {
            this.subject = subject;
        }

        /** One at a time, as a server may allow no more. */
        Session session(When when) throws IOException {
            if (when == When.LOGGED_IN) {
                Session there = shared;
                if (there == null) {
                    there = Session.loggedIn(subject);
                    shared = there;
                }
                return there;
            }
            endShared();
            Session made = when == When.BEFORE_LOGIN ? Session.greeted(subject) : Session.loggedIn(subject);
            alone = made;
            return made;
        }

        void release(When when, Heard heard) throws IOException {
            Session only = alone;
            alone = null;
            if (only != null) {
                only.quit();
            }
            if (when == When.LOGGED_IN && !(heard instanceof Heard.Reply)) {
                endShared();
            }
        }

        private void endShared() throws IOException {
            Session there = shared;
            shared = null;
            if (there != null) {
                there.quit();
            }
        }

        @Override
        public void close() throws IOException {
            release(When.LOGGED_IN_ALONE, new Heard.Silence(java.time.Duration.ZERO));
            endShared();
        }
    }
}
