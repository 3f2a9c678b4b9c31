package org.wec7emu.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.Findings;
import org.wec7emu.measure.probe.NoFtpServerException;
import org.wec7emu.measure.probe.PlanText;
import org.wec7emu.measure.probe.Probe;
import org.wec7emu.measure.probe.ProbeSettings;
import org.wec7emu.measure.probe.ProbeTarget;
import org.wec7emu.measure.probe.ProbedProfile;
import org.wec7emu.measure.probe.Resemblance;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.DurationText;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** A profile of a server, out of what it answers. */
final class ProbeCommand extends Subcommand {
    private static final String BASE = "--base";
    private static final String NAME = "--name";
    private static final String WRITE = "--write";
    private static final String SLOW = "--slow";
    private static final String SLOW_LIMIT = "--slow-limit";
    private static final String TIMEOUT = "--timeout";
    private static final String PORT_OFFSET = "--port-offset";
    private static final String DRY_RUN = "--dry-run";
    private static final String JSON = "--json";
    private static final int HIGHEST_OFFSET = 16_000;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration USUAL_SLOW_LIMIT = Duration.ofMinutes(10);
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(2);

    private final ProfilesOption profiles;
    private final ProbeLogins logins;
    private final ProbeFiles files;

    ProbeCommand() {
        super(
                "probe",
                "Asks an FTP server, such as a real device's, the questions that a profile is made of, one session at a time, and"
                        + " writes the answers as a profile that runs. It writes nothing on the server unless told by "
                        + WRITE
                        + ", and sends nothing that " + DRY_RUN + " doesn't print.");
        parameter("ftp://HOST[:PORT]", "The server, as in ftp://192.168.1.20 or ftp://user:password@192.168.1.20.");
        logins = new ProbeLogins(this);
        option(BASE, "IMAGE", "The image that the profile extends; the one that is most like the server unless told.");
        profiles = new ProfilesOption(this);
        option(NAME, "NAME", "What to call the device; after the file, or the host, unless told.");
        files = new ProbeFiles(this);
        option(
                WRITE,
                "/DIR",
                "Ask also what takes writing: make a directory in this one, write in it, and remove it again.");
        flag(SLOW, "Ask also what takes waiting for the server's timers.");
        option(SLOW_LIMIT, "TIME", "How long to wait for a timer at most: 10min unless told.");
        option(TIMEOUT, "TIME", "How long to wait for an answer: 10s unless told.");
        option(PORT_OFFSET, "N", "What all ports are moved by, as those of wec7emu run are by 2100; none unless told.");
        flag(DRY_RUN, "Print all that would be sent at most, and send nothing.");
        flag(JSON, "Print what was found as JSON.");
        spec().usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 asked and answered, 1 no user was let in, 2 usage or bad input, or no FTP server there,"
                                + " 3 the emulator itself failed.");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        ProbeTarget target = target();
        List<DeviceProfile> catalogue = catalogue();
        ProbeSettings settings = settings(target, catalogue);
        Probe probe = new Probe(target, settings);
        if (isSet(DRY_RUN)) {
            out().print(PlanText.of(probe));
            out().flush();
            return ExitCode.GOOD;
        }
        files.requireNew();
        String name = name(target);
        @Nullable DeviceProfile told = base();
        Transcript transcript = new Transcript();
        Findings findings = run(probe, transcript);
        List<Resemblance> ranked = Resemblance.ranked(findings, told == null ? catalogue : List.of(told));
        String profile = profile(name, findings, ranked.get(0));
        files.write(profile, transcript.text());
        tellOfOtherPorts(target, settings);
        print(new ProbeReport(name, findings, ranked), profile);
        if (!findings.wasLetIn()) {
            err().println("wec7emu: " + findings.answers().open().get("ftp.accounts"));
        }
        return findings.wasLetIn() ? ExitCode.GOOD : ExitCode.BAD_VERDICT;
    }

    private ProbeTarget target() throws BadInput {
        try {
            return ProbeTarget.parse(parameter());
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }

    private List<DeviceProfile> catalogue() throws BadInput {
        List<DeviceProfile> catalogue = new ArrayList<>();
        for (String image : profiles.catalog().names()) {
            catalogue.add(profiles.read(image));
        }
        return catalogue;
    }

    private @Nullable DeviceProfile base() throws BadInput {
        String base = value(BASE);
        if (base == null) {
            return null;
        }
        if (ImageArgument.isFile(base)) {
            throw new BadInput(BASE + " " + base
                    + ": a profile can extend an image of the catalogue only, or one of --profiles by its name; see wec7emu"
                    + " images");
        }
        return profiles.read(base);
    }

    private ProbeSettings settings(ProbeTarget target, List<DeviceProfile> catalogue) throws BadInput {
        Duration patience = time(TIMEOUT, USUAL_PATIENCE);
        Duration limit = time(SLOW_LIMIT, USUAL_SLOW_LIMIT);
        Duration quiet = patience.dividedBy(2).compareTo(LONGEST_QUIET) < 0 ? patience.dividedBy(2) : LONGEST_QUIET;
        return new ProbeSettings(
                patience,
                quiet,
                logins.choose(target, catalogue),
                isSet(SLOW) ? Optional.of(limit) : Optional.empty(),
                writeDirectory(),
                portOffset(),
                KnownServices.of(catalogue));
    }

    private Optional<String> writeDirectory() throws BadInput {
        String directory = value(WRITE);
        if (directory == null) {
            return Optional.empty();
        }
        if (!directory.startsWith("/") || directory.chars().anyMatch(c -> c < ' ' || c > '~' || c == '{')) {
            throw new BadInput(WRITE + " " + directory
                    + ": it takes a directory of the server's from its root, in plain ASCII, such as / or /scratch");
        }
        return Optional.of(directory);
    }

    private Duration time(String option, Duration usual) throws BadInput {
        String text = value(option);
        Duration time = text == null ? usual : DurationText.parse(text);
        if (time == null || time.toMillis() < 2) {
            throw new BadInput(option + " " + text + ": it takes a time, such as 10s, 500ms or 2min");
        }
        return time;
    }

    private int portOffset() throws BadInput {
        String text = value(PORT_OFFSET);
        int offset = text == null ? 0 : text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new BadInput(PORT_OFFSET + " " + text + ": it takes a number from 0 to " + HIGHEST_OFFSET);
        }
        return offset;
    }

    private String name(ProbeTarget target) throws BadInput {
        String told = value(NAME);
        if (told != null && !told.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")) {
            throw new BadInput(NAME + " " + told + ": write letters, digits, '_', '-' and '.' only");
        }
        return told != null
                ? told
                : files.name().orElse("probed-" + target.host().replaceAll("[^A-Za-z0-9.-]+", "-"));
    }

    private void tellOfOtherPorts(ProbeTarget target, ProbeSettings settings) {
        int moved = target.control().getPort() - ProbeTarget.USUAL_PORT;
        if (moved != settings.portOffset()) {
            err().println("wec7emu: other ports are not looked at, as FTP's isn't " + ProbeTarget.USUAL_PORT
                    + (moved > 0 ? "; if all ports are moved as it is, say " + PORT_OFFSET + " " + moved : ""));
        }
    }

    /** What it makes on the server is removed again when it is ended by Ctrl-C. */
    private Findings run(Probe probe, Transcript transcript) throws BadInput, IOException {
        EndedInOrder order = EndedInOrder.onThisThread();
        try (order) {
            return probe.run(transcript, (number, of, about) -> {
                err().println("[" + number + "/" + of + "] " + about);
                err().flush();
            });
        } catch (ReachException e) {
            throw new BadInput(e.getMessage() + whyNot(e.reach()));
        } catch (NoFtpServerException e) {
            throw new BadInput(e);
        } catch (InterruptedIOException e) {
            throw new BadInput("ended before all was asked; nothing is written down");
        }
    }

    private static String whyNot(Reach reach) {
        return switch (reach) {
            case OPEN, CLOSED -> ": nothing listens there; is the FTP server on, and is it this port?";
            case SILENT -> "; is it switched on, and does its firewall let this port in?";
            case UNREACHABLE -> "";
        };
    }

    /** The profile's text, which is read once before anybody else has to. */
    private String profile(String name, Findings findings, Resemblance base) throws BadInput {
        DeviceProfile delivered = profiles.read(base.image().profile().image());
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String text = ProbedProfile.text(
                name,
                findings,
                base,
                delivered.firewall(),
                today,
                files.transcriptName().orElse(""));
        try {
            ProfileReader.read(text, name + ".yaml", profiles.catalog());
        } catch (ProfileException e) {
            throw new IllegalStateException("the profile that was made has a mistake: " + e.getMessage(), e);
        }
        return text;
    }

    private void print(ProbeReport report, String profile) throws IOException {
        if (isSet(JSON)) {
            Json.print(out(), report::write);
        } else if (files.isGiven()) {
            out().println(files.written());
            report.print(out());
        } else {
            out().print(profile);
            report.print(err());
        }
        out().flush();
        err().flush();
    }
}
