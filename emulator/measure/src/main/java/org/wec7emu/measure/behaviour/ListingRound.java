package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wec7emu.measure.behaviour.Observation.NotAsked;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;

/** What listings look like, and what a download in TYPE A makes of line ends. */
final class ListingRound implements Round {
    private static final String NEEDS_FILES = "it needs files of ours there (--write DIR)";
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern MONTH = Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b");

    /**
     * A listing or download.
     *
     * @param command in which {@code {root}} stands for where the files are
     * @param file whether the bytes themselves are compared rather than lines
     */
    private record Look(String name, String command, boolean file, List<String> restsOn) {
        Behaviour behaviour() {
            return new Behaviour(Topic.LISTING, name, "what " + command.replace("{root}", "") + " brings");
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look("LIST, a file's line", "LIST {root}Readme.txt", false, List.of()),
            new Look("LIST, a directory's lines", "LIST {root}", false, List.of()),
            new Look("LIST of an empty directory", "LIST {root}Empty", false, List.of()),
            new Look("LIST of what is missing", "LIST {root}nothing.txt", false, List.of()),
            new Look("LIST with options", "LIST -la {root}", false, List.of("ftp.listing-options")),
            new Look("LIST with a wildcard", "LIST {root}*.txt", false, List.of("ftp.listing-wildcards")),
            new Look(
                    "NLST with a directory",
                    "NLST {root}Folder",
                    false,
                    List.of("ftp.nlst-argument", "ftp.nlst-names")),
            new Look(
                    "NLST with a wildcard",
                    "NLST {root}*.txt",
                    false,
                    List.of("ftp.listing-wildcards", "ftp.nlst-names")),
            new Look("line ends of a file in TYPE A", "RETR {root}lines.txt", true, List.of("ftp.type-a")));

    private static Behaviour format() {
        return new Behaviour(Topic.LISTING, "LIST, the format", "what LIST brings, line by line");
    }

    @Override
    public String name() {
        return "listings";
    }

    @Override
    public List<Behaviour> behaviours() {
        List<Behaviour> all = new ArrayList<>(List.of(format()));
        LOOKS.forEach(look -> all.add(look.behaviour()));
        return all;
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try (Subject subject = side.start(Setting.PLAIN)) {
            Optional<Scene> scene = subject.scene();
            Optional<DataMode> mode = workingMode(subject);
            if (mode.isEmpty()) {
                findings.notAsked(behaviours(), "no data connection comes about");
                return;
            }
            if (scene.isEmpty()) {
                findings.notAsked(LOOKS.stream().map(Look::behaviour).toList(), NEEDS_FILES);
            }
            String root = scene.map(Scene::root).orElse("");
            String listed =
                    receive(subject, mode.get(), ("LIST " + root).strip()).received();
            findings.note(format(), format(listed));
            if (scene.isPresent()) {
                for (Look look : LOOKS) {
                    findings.note(look.behaviour(), looked(subject, mode.get(), look, root));
                }
            }
        }
    }

    /** Active mode where it works, as firewalls of devices let it through. */
    private static Optional<DataMode> workingMode(Subject subject) throws IOException {
        for (DataMode mode : List.of(DataMode.PORT, DataMode.PASV, DataMode.EPSV)) {
            if (receive(subject, mode, "LIST").works()) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    private static Transfer.Result receive(Subject subject, DataMode mode, String command) throws IOException {
        try (Session session = Session.loggedIn(subject)) {
            Transfer.Result result = new Transfer(subject, session, mode).receive(command);
            if (result.works()) {
                session.quit();
            }
            return result;
        }
    }

    private static Observation format(String listed) {
        List<String> formats = Stream.of(listed.split("\r?\n"))
                .filter(line -> !line.isBlank())
                .map(ListingFormat::of)
                .map(ListingFormat::words)
                .distinct()
                .sorted()
                .toList();
        if (formats.isEmpty()) {
            return new NotAsked("there is nothing to list");
        }
        String text = String.join(", ", formats);
        return new Seen(text, text, Tone.PLAIN, "", List.of());
    }

    private static Seen looked(Subject subject, DataMode mode, Look look, String root) throws IOException {
        Transfer.Result result = receive(subject, mode, look.command().replace("{root}", root));
        List<String> paths = new ArrayList<>(look.restsOn());
        String text;
        if (!result.works()) {
            text = result.seen().text();
            result.replies().forEach(reply -> paths.addAll(subject.repliesLike(Replies.line(reply))));
        } else if (look.file()) {
            text = result.received().equals(Scene.LINES_CONTENT)
                    ? "as stored"
                    : result.received().equals(Scene.LINES_CONTENT.replace("\n", "\r\n"))
                            ? "each line feed gets a carriage return"
                            : "something else";
        } else {
            text = lines(result.received());
        }
        return new Seen(masked(text, root), text, Tone.PLAIN, "", subject.values(paths));
    }

    /** In the order of characters, as the order of a directory is that of its file system. */
    private static String lines(String received) {
        List<String> lines = Stream.of(received.split("\r?\n"))
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
        return lines.isEmpty() ? "nothing" : String.join(" / ", lines);
    }

    /** Dates are when somebody made the files, and owners whoever they were made by. */
    private static String masked(String text, String root) {
        String months = MONTH.matcher(Replies.masked(text, root)).replaceAll("Mon");
        return DIGIT.matcher(months).replaceAll("9");
    }
}
