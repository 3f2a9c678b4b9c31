package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.control.ControlServer;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.fault.FaultText;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.journal.Journal;
import org.wec7emu.journal.JournalFile;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Step;
import org.wec7emu.report.EventLines;

/** A device on the network, until Ctrl-C. */
final class RunCommand extends Subcommand {
    private static final String STATE = "--state";
    private static final String PORT_OFFSET = "--port-offset";
    private static final String ROOT = "--root";
    private static final String JSON = "--json";
    private static final String COMMANDS = "--commands";
    /** Have a short dialogue with the device and end; see {@link Rehearsal}. */
    private static final String REHEARSE = "--rehearse";

    private final BindOption bind;
    private final ProfilesOption profiles;
    private final RegOption registry;
    private final FirewallOptions firewall;
    private final EnforceOption enforce;
    private final PathOption path;
    private final PublishOption publish;
    private final JournalOption journalFile;
    private final FaultOption faults;
    private final ControlOption control;
    private final ReadyFileOption readyFile;

    RunCommand() {
        super("run", "Starts a device, says how to reach it, and prints a line an event until Ctrl-C.");
        parameter("IMAGE", ImageArgument.DESCRIPTION);
        profiles = new ProfilesOption(this);
        option(
                STATE,
                "STATE",
                "What an owner did to the device: factory (nothing) or ftp-ready (FTP server on, TCP 20 and 21 entered in the"
                        + " firewall); the profile's default unless told.");
        bind = new BindOption(this);
        option(
                PORT_OFFSET,
                "N|any",
                "Added to the device's ports to get this machine's: 2100 unless told, so 21 is 2121; 0 needs root, and is what"
                        + " the level nftables has; any takes one whose ports are free.");
        option(ROOT, "DIR", "Directory that clients see; a fresh temporary one unless told.");
        registry = new RegOption(this);
        firewall = new FirewallOptions(this);
        enforce = new EnforceOption(this);
        path = new PathOption(this);
        publish = new PublishOption(this);
        journalFile = new JournalOption(this);
        control = new ControlOption(this);
        faults = new FaultOption(this);
        flag(COMMANDS, "Obey lines on standard input while the device runs: " + CommandLines.HELP + ".");
        readyFile = new ReadyFileOption(this);
        EnvironmentOption.declare(this);
        flag(JSON, "Print the events as JSON, one a line, and nothing else.");
        hiddenFlag(REHEARSE);
    }

    @Override
    public Integer call() throws BadInput, IOException, InterruptedException {
        Beside<DeviceProfile> reading = Beside.start(() -> profiles.read(parameter()));
        List<FaultText> wrong = faults.read();
        Choice choice = enforce.choose(placement());
        control.place();
        RegOption.Entered entered = registry.enterOn(reading.result(), value(STATE));
        DeviceBuilder settings = settings(entered.profile(), choice);
        Journal journal = new Journal();
        journal.listen(journalFile.open());
        LinePrinter lines = new LinePrinter(out());
        if (isSet(JSON)) {
            journal.listen(event -> lines.println(() -> JournalFile.line(event)));
        }
        readyFile.prepare();
        Device device = start(settings.journal(journal));
        FaultOption.start(wrong, device);
        ControlServer server = controlled(device);
        if (isSet(REHEARSE)) {
            announce(device, choice, entered, server, lines);
            Rehearsal.of(device);
            device.close();
            lines.finish();
        } else {
            UntilSignal process = UntilSignal.of(server == null ? List.of(device) : List.of(server, device), lines);
            readyFile.write(device, Banner.answers(device), server == null ? null : server.url());
            announce(device, choice, entered, server, lines);
            if (isSet(COMMANDS)) {
                new CommandLines(device, err()).follow(System.in);
            }
            process.await();
        }
        return ExitCode.GOOD;
    }

    private @Nullable ControlServer controlled(Device device) throws BadInput, IOException {
        try {
            return control.start(device);
        } catch (BadInput e) {
            device.close();
            throw e;
        }
    }

    /** Says how to reach the device and, from then on, what happens to it; where JSON was asked for, that says it all. */
    private void announce(
            Device device,
            Choice choice,
            RegOption.Entered entered,
            @Nullable ControlServer server,
            LinePrinter lines) {
        if (isSet(JSON)) {
            control.tell(server);
        } else {
            new Banner(device, choice)
                    .withStates(entered.states())
                    .withRegistry(entered.summary())
                    .withControl(server == null ? null : server.pageUrl())
                    .print(out());
            String done = String.join("; ", steps(device));
            if (!done.isEmpty()) {
                lines.println(() -> "done to the device before this start (" + device.state() + "): " + done);
            }
            EventLines words = new EventLines(device.ports()::onHost);
            device.journal().listen(event -> lines.println(() -> words.line(event)));
        }
    }

    private static List<String> steps(Device device) {
        List<String> steps = new ArrayList<>();
        for (Step step : device.profile().state(device.state()).steps()) {
            steps.add(step.instruction());
        }
        return steps;
    }

    private DeviceBuilder settings(DeviceProfile delivered, Choice choice) throws BadInput {
        String state = value(STATE);
        String wanted = state == null ? delivered.defaultState() : state;
        DeviceProfile inState = ImageArgument.inState(delivered, wanted);
        DeviceBuilder settings = Device.builder(delivered)
                .state(wanted)
                .firewall(firewall.applyTo(inState.firewall()))
                .enforcer(choice.enforcer())
                .path(path.choose());
        PortOffset offset = offset();
        String root = value(ROOT);
        settings.bind(bind.address());
        publish.publication().ifPresent(settings::publishPassive);
        if (offset != null) {
            settings.portOffset(offset);
        }
        if (root != null) {
            settings.root(directory(root));
        }
        return settings;
    }

    private static Device start(DeviceBuilder settings) throws BadInput {
        try {
            return settings.start();
        } catch (IOException e) {
            throw new BadInput(e);
        }
    }

    private Placement placement() throws BadInput {
        PortOffset offset = offset();
        boolean truePorts = (offset == null || offset.equals(PortOffset.NONE))
                && publish.publication().isEmpty();
        return new Placement(bind.address(), truePorts);
    }

    /** Null where it depends on what enforces the firewall. */
    private @Nullable PortOffset offset() throws BadInput {
        String text = value(PORT_OFFSET);
        if (text == null) {
            return bind.isOwn() ? PortOffset.NONE : null;
        }
        return offset(text);
    }

    private static PortOffset offset(String text) throws BadInput {
        return offset(PORT_OFFSET, text);
    }

    /** @param what is to be named when it is none */
    static PortOffset offset(String what, String text) throws BadInput {
        if (text.equalsIgnoreCase("any")) {
            return PortOffset.ANY_FREE;
        }
        try {
            return PortOffset.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new BadInput(what + " " + text + ": it takes a number from 0 to 16000, or any");
        } catch (IllegalArgumentException e) {
            throw new BadInput(what + ": " + e.getMessage());
        }
    }

    private static Path directory(String text) throws BadInput {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(ROOT + ": " + e.getMessage());
        }
    }
}
