package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.host.PortMap;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.client.Heard;

/** When a change takes effect, and what a restart ends and loses. */
final class RestartRound implements Round {
    private static final Duration END = Duration.ofSeconds(10);

    private static final Behaviour FIREWALL_OFF = behaviour(
            "firewall switched off: passive FTP at once", "LIST by PASV right after the firewall was switched off");
    private static final Behaviour FIREWALL_ON = behaviour(
            "firewall switched on: passive FTP at once", "LIST by PASV right after the firewall was switched on");
    private static final Behaviour BEFORE =
            behaviour("FTP server switched off, not yet restarted", "a login after the FTP server was switched off");
    private static final Behaviour AFTER =
            behaviour("FTP server switched off, then restarted", "a login after that and a restart");
    private static final Behaviour SESSION =
            behaviour("a session during a restart", "what a session hears when the device restarts");
    private static final Behaviour FILE =
            behaviour("an uploaded file after a restart", "a file in the user's directory, looked for after a restart");

    private static Behaviour behaviour(String name, String how) {
        return new Behaviour(Topic.RESTART, name, how);
    }

    @Override
    public String name() {
        return "changes and restarts";
    }

    @Override
    public String notFromOutside() {
        return "a real device is neither changed nor restarted from here";
    }

    @Override
    public List<Behaviour> behaviours() {
        return List.of(FIREWALL_OFF, FIREWALL_ON, SESSION, FILE, BEFORE, AFTER);
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try (Subject subject = side.start(Setting.PLAIN)) {
            Device device = subject.device().orElseThrow();
            RuleSet rules = device.firewall();
            device.firewall(rules.withEnabled(false));
            findings.note(FIREWALL_OFF, passive(subject));
            device.firewall(rules.withEnabled(true));
            findings.note(FIREWALL_ON, passive(subject));
            device.firewall(rules);
            try {
                restart(subject, device, findings);
            } catch (NoSessionException e) {
                findings.notAsked(List.of(SESSION, FILE), e.why());
            }
            device.configure(device.profile().ftp().enabled(false));
            findings.note(BEFORE, login(subject));
            device.restart();
            findings.note(AFTER, login(subject));
        }
    }

    private static void restart(Subject subject, Device device, Findings findings) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            Path file = device.userRoot().resolve("wec7emu-kept.txt");
            Files.writeString(file, Scene.CONTENT);
            device.restart();
            Heard heard = session.control().reply(END);
            String text = Replies.text(heard);
            List<String> said = subject.repliesLike(Replies.line(heard));
            findings.note(SESSION, new Seen(text, text, Tone.PLAIN, "", subject.values(said)));
            boolean kept = Files.exists(file);
            String fate = kept ? "is still there" : "is gone";
            findings.note(
                    FILE,
                    new Seen(
                            fate,
                            fate,
                            kept ? Tone.GOOD : Tone.BAD,
                            "",
                            subject.values(List.of("ftp.directory", "storage.card"))));
        }
    }

    private static Seen passive(Subject subject) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            return new Transfer(subject, session, DataMode.PASV).receive("LIST").seen();
        } catch (NoSessionException e) {
            return noSession(subject, e);
        }
    }

    private static Seen login(Subject subject) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            session.quit();
            return new Seen("logs in", "a login works", Tone.GOOD, "", List.of());
        } catch (NoSessionException e) {
            return noSession(subject, e);
        }
    }

    private static Seen noSession(Subject subject, NoSessionException e) {
        return new Seen(
                e.why(),
                e.why(),
                Tone.BAD,
                subject.whyDropped(PortMap.CONTROL_PORT),
                subject.values(subject.decidingOn(PortMap.CONTROL_PORT)));
    }
}
