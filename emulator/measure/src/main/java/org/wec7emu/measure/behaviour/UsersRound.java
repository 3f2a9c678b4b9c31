package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.measure.behaviour.Observation.NotAsked;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.profile.Account;

/** Who is let in, and what is said. A server somewhere is asked for the user that was named for it, and for anonymous. */
final class UsersRound implements Round {
    private static final String ANONYMOUS = "anonymous";
    private static final int LOGGED_IN = 230;

    private final Map<Behaviour, Account> known = new LinkedHashMap<>();

    UsersRound(List<Account> accounts) {
        for (Account account : accounts) {
            known.putIfAbsent(login(account), account);
        }
    }

    private static Behaviour login(Account account) {
        return new Behaviour(
                Topic.USERS,
                "user " + account.user() + " with password " + quoted(account.password()),
                "a login with the user and password that an image comes with");
    }

    /** Whose login a behaviour is: a user that an image comes with, or anonymous; empty for what isn't one's. */
    static String user(Behaviour behaviour, List<Account> accounts) {
        return accounts.stream()
                .filter(account -> login(account).equals(behaviour))
                .map(Account::user)
                .findFirst()
                .orElse(behaviour.equals(anonymous()) ? ANONYMOUS : "");
    }

    private static String quoted(String password) {
        return password.isEmpty() || password.contains(" ") ? '"' + password + '"' : password;
    }

    private static Behaviour login() {
        return new Behaviour(Topic.USERS, "a login that is right", "the reply to the right user and password");
    }

    private static Behaviour anonymous() {
        return new Behaviour(Topic.USERS, ANONYMOUS, "a login as anonymous");
    }

    private static Behaviour stranger() {
        return new Behaviour(Topic.USERS, "a user that doesn't exist", "a login with a name and password of nobody");
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>(List.of(login(), anonymous(), stranger()));
        all.addAll(known.keySet());
        return all;
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        if (side instanceof Remote) {
            findings.notAsked(known.keySet(), "those are the images' users, not its own");
        }
        try (Subject subject = side.start(Setting.PLAIN)) {
            String user = subject.user();
            Seen own = login(subject, user, subject.password(), List.of());
            findings.note(login(), user.equals(ANONYMOUS) ? new NotAsked("it has no user but anonymous") : own);
            findings.note(anonymous(), login(subject, ANONYMOUS, "guest@example.org", List.of("ftp.allow-anonymous")));
            findings.note(
                    stranger(),
                    login(subject, "wec7emu-nobody", "wrong", List.of("ftp.use-authentication", "ftp.user-list")));
            if (subject.device().isPresent()) {
                for (Map.Entry<Behaviour, Account> entry : known.entrySet()) {
                    Account account = entry.getValue();
                    findings.note(
                            entry.getKey(),
                            login(
                                    subject,
                                    account.user(),
                                    account.password(),
                                    List.of("ftp.accounts", "ftp.user-list", "ftp.use-authentication")));
                }
            }
        }
    }

    private static Seen login(Subject subject, String user, String password, List<String> restsOn) throws IOException {
        try (Session session = Session.greeted(subject)) {
            Heard answer = session.login(user, password);
            boolean in = Session.code(answer) == LOGGED_IN;
            String text = (in ? "logs in: " : "isn't let in: ") + Replies.text(answer);
            List<String> paths = new ArrayList<>(restsOn);
            paths.addAll(subject.repliesLike(Replies.line(answer)));
            session.quit();
            return new Seen(text, text, in ? Tone.GOOD : Tone.PLAIN, "", subject.values(paths));
        }
    }
}
