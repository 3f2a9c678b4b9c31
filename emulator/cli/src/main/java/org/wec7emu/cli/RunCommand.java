package org.wec7emu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;
import org.wec7emu.journal.JournalFile;
import org.wec7emu.profile.DeviceProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A device on the network, until Ctrl-C. */
@Command(
        name = "run",
        description = "Starts a device, says how to reach it, and prints a line an event until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IMAGE", description = ImageArgument.DESCRIPTION)
    private String image = "";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description =
                    "What an owner did to the device: factory (nothing) or ftp-ready (FTP server on, TCP 20 and 21"
                            + " entered in the firewall); the profile's default unless told.")
    private @Nullable String state;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address of this machine that the device has; ${DEFAULT-VALUE} unless told.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--port-offset",
            paramLabel = "N|any",
            defaultValue = "2100",
            description =
                    "Added to the device's ports 20 and 21 to get this machine's: ${DEFAULT-VALUE} unless told, so 21 is"
                            + " 2121; 0 needs root; any takes one whose ports are free.")
    private String portOffset = "2100";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "Directory that clients see; a fresh temporary one unless told.")
    private @Nullable Path root;

    @Option(names = "--json", description = "Print the events as JSON, one a line, and nothing else.")
    private boolean json;

    @Mixin
    private FirewallOptions firewallOptions = new FirewallOptions();

    @Mixin
    private EnforceOption enforceOption = new EnforceOption();

    @Mixin
    private JournalOption journalOption = new JournalOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Choice choice = enforceOption.choose();
        Device.Builder settings = settings(choice);
        Journal journal = new Journal();
        Consumer<DeviceEvent> file = journalOption.open(spec.commandLine().getErr());
        journal.listen(file);
        if (json) {
            journal.listen(event -> out.println(JournalFile.line(event)));
        }
        UntilSignal process = new UntilSignal();
        Device device = start(settings.journal(journal));
        process.closeAtEnd(device);
        if (!json) {
            new Banner(device).print(out, EnforceOption.describe(choice));
            EventLines lines = new EventLines(device.ports());
            journal.listen(event -> out.println(lines.line(event)));
        }
        process.await();
        return ExitCode.GOOD;
    }

    private Device.Builder settings(Choice choice) throws BadInput {
        DeviceProfile delivered = ImageArgument.read(image);
        String wanted = state == null ? delivered.defaultState() : state;
        DeviceProfile inState = ImageArgument.inState(delivered, wanted);
        Device.Builder settings = Device.builder(delivered)
                .state(wanted)
                .bind(address())
                .portOffset(offset())
                .firewall(firewallOptions.applyTo(inState.firewall()))
                .enforcer(choice.enforcer());
        return root == null ? settings : settings.root(root);
    }

    private static Device start(Device.Builder settings) throws BadInput {
        try {
            return settings.start();
        } catch (IOException e) {
            throw new BadInput(e);
        }
    }

    private InetAddress address() throws BadInput {
        try {
            return AddressRange.parse(bind).base();
        } catch (IllegalArgumentException e) {
            throw new BadInput("--bind " + bind + ": " + e.getMessage());
        }
    }

    private PortOffset offset() throws BadInput {
        if (portOffset.equalsIgnoreCase("any")) {
            return PortOffset.ANY_FREE;
        }
        try {
            return PortOffset.of(Integer.parseInt(portOffset));
        } catch (NumberFormatException e) {
            throw new BadInput("--port-offset " + portOffset + ": it takes a number from 0 to 16000, or any");
        } catch (IllegalArgumentException e) {
            throw new BadInput("--port-offset: " + e.getMessage());
        }
    }
}
