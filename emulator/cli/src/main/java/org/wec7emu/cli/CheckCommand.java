package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.cli.CheckReport.Expect;
import org.wec7emu.cli.ChecksAtOnce.Subject;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.DurationText;

/** Whether a client works with a device, and why not. */
final class CheckCommand extends Subcommand {
    private static final String TIMEOUT = "--timeout";
    private static final String STATE = "--state";
    private static final String ROOT = "--root";
    private static final String REPORT_DIR = "--report-dir";
    private static final String QUIET = "--quiet";
    private static final String JSON = "--json";
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private final ExpectOption expect;
    private final ProfilesOption profiles;
    private final BindOption bind;
    private final FirewallOptions firewall;
    private final EnforceOption enforce;
    private final PathOption path;
    private final ParallelOption parallel;

    CheckCommand() {
        super(
                "check",
                "Starts a device of each image, several at a time, runs a client against each, and says whether it works, and"
                        + " if not, why and what to do.");
        parameters(
                "IMAGE... -- CLIENT ARG",
                "Images (" + ImageArgument.DESCRIPTION
                        + ") and, behind --, the client's command line, in which {host}, {port},"
                        + " {user}, {password}, {url} and {image} stand for the device's. The client has WEC7_HOST,"
                        + " WEC7_PORT, WEC7_USER, WEC7_PASSWORD, WEC7_URL and WEC7_IMAGE in its environment, nothing to"
                        + " read, and no terminal.");
        option(
                TIMEOUT,
                "TIME",
                "How long the client may take before it is killed with all it has started: 60s unless told.");
        expect = new ExpectOption(this, "Which verdicts are good: that it works (unless told), or that it is blocked.");
        option(STATE, "STATE", "The state of the devices; each image's default state unless told.");
        option(ROOT, "DIR", "Directory that the client sees; a fresh temporary one an image unless told.");
        profiles = new ProfilesOption(this);
        bind = new BindOption(this);
        firewall = new FirewallOptions(this);
        enforce = new EnforceOption(this);
        path = new PathOption(this);
        parallel = new ParallelOption(this);
        option(
                REPORT_DIR,
                "DIR",
                "Write report.json, junit.xml, summary.md, report.html and the journals there; older ones are replaced.");
        flag(QUIET, "Print nothing but a line an image.");
        flag(JSON, "Print JSON.");
        spec().usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 every verdict is good, 1 one isn't, 2 usage or bad input, 3 the emulator itself failed,"
                                + " 130 stopped by Ctrl-C (143 by SIGTERM) before it was done.");
    }

    @Override
    @SuppressWarnings("try") // signals are heeded until the block ends
    public Integer call() throws BadInput, IOException, InterruptedException {
        List<String> client = behindDashes();
        if (client == null || client.isEmpty()) {
            throw new BadInput("the client is missing; write its command line behind --, as in check "
                    + parameters().get(0)
                    + " -- curl --ftp-port - {url}");
        }
        List<String> images = parameters().subList(0, parameters().size() - client.size());
        if (images.isEmpty()) {
            throw new BadInput("an image is missing in front of --; wec7emu images lists them");
        }
        Duration limit = limit();
        Expect expected = expect.orWorks();
        List<Subject> subjects = new ArrayList<>();
        for (String image : images) {
            subjects.add(subject(image));
        }
        CheckFiles files = CheckFiles.in(value(REPORT_DIR), System.getenv("GITHUB_STEP_SUMMARY"));
        int atOnce = parallel.of(images.size(), whyOneByOne(subjects));
        ClientCheck check = new ClientCheck(new CommandTemplate(client), limit);
        StopOnSignal signals = StopOnSignal.of(err(), check::stop);
        try {
            CheckReport report = CheckReport.of(client, expected, subjects, checked(check, subjects, atOnce, limit));
            print(report);
            files.write(report);
            return report.isGood() ? ExitCode.GOOD : ExitCode.BAD_VERDICT;
        } finally {
            signals.close();
        }
    }

    private List<Optional<CheckedClient>> checked(ClientCheck check, List<Subject> subjects, int atOnce, Duration limit)
            throws BadInput, InterruptedException {
        CheckProgress progress =
                isSet(QUIET) ? null : new CheckProgress(err(), limit, subjects.size(), CheckProgress.isTerminal());
        return new ChecksAtOnce(check, atOnce, progress).of(subjects);
    }

    /** Empty when devices can run beside each other. */
    private String whyOneByOne(List<Subject> subjects) {
        if (value(ROOT) != null) {
            return "with " + ROOT + " the devices would share their files";
        }
        return subjects.stream().anyMatch(Subject::hasFixedPorts)
                ? "the devices would have one and the same address and port (nftables)"
                : "";
    }

    private Subject subject(String image) throws BadInput {
        DeviceProfile delivered = profiles.read(image);
        String told = value(STATE);
        DeviceInState device = ImageArgument.device(delivered, told == null ? delivered.defaultState() : told);
        Choice choice = enforce.choose(new Placement(bind.address(), bind.isGiven()));
        DeviceBuilder settings = Device.builder(delivered)
                .state(device.state())
                .bind(bind.address())
                .firewall(firewall.applyTo(device.profile().firewall()))
                .enforcer(choice.enforcer())
                .path(path.choose());
        boolean fixedPorts = choice.enforcer().level() == EnforcementLevel.NFTABLES;
        if (!fixedPorts) {
            settings.portOffset(PortOffset.ANY_FREE); // any number of jobs may run at a time
        }
        Path root = root();
        if (root != null) {
            settings.root(root);
        }
        return new Subject(device, settings, fixedPorts);
    }

    private void print(CheckReport report) throws IOException {
        if (isSet(JSON)) {
            Json.print(out(), json -> new CheckJson(json).write(report));
        } else if (isSet(QUIET)) {
            new CheckText(out()).printVerdicts(report);
        } else {
            new CheckText(out()).print(report);
        }
    }

    private Duration limit() throws BadInput {
        String text = value(TIMEOUT);
        Duration limit = text == null ? USUAL_LIMIT : DurationText.parse(text);
        if (limit == null || limit.isZero()) {
            throw new BadInput(TIMEOUT + " " + text + ": it takes a time, such as 60s, 500ms or 2min");
        }
        return limit;
    }

    private @Nullable Path root() throws BadInput {
        String text = value(ROOT);
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(ROOT + ": " + e.getMessage());
        }
    }
}
