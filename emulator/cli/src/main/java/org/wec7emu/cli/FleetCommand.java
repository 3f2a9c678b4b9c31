package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wec7emu.control.ControlServer;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.DeviceHost;
import org.wec7emu.journal.JournalFile;
import org.wec7emu.profile.FleetFile;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.report.EventLines;

/** Many devices in one process, until Ctrl-C. */
final class FleetCommand extends Subcommand {
    private static final String JSON = "--json";
    private static final String QUIET = "--quiet";
    private static final double NANOS = 1e9;

    private final ProfilesOption profiles;
    private final EnforceOption enforce;
    private final JournalFolderOption journals;
    private final ControlOption control;

    FleetCommand() {
        super("fleet", "Starts many devices in one process, lists them, and prints a line an event until Ctrl-C.");
        parameter(
                "FILE.yaml",
                "Groups of devices: devices: {line: {image: CX8100_WEC7_LF_v604h, count: 20}}. docs/fleet.md has all keys.");
        profiles = new ProfilesOption(this);
        enforce = new EnforceOption(this);
        journals = new JournalFolderOption(this);
        control = new ControlOption(this);
        flag(QUIET, "Print the devices, but not their events.");
        flag(JSON, "Print the devices and events as JSON, one object a line, each with the device's name.");
    }

    @Override
    public Integer call() throws BadInput, IOException, InterruptedException {
        FleetFile file = file(parameter());
        control.place();
        List<FleetMember> members = new FleetPlan(file, profiles, enforce, err()).members();
        DeviceHost host = new DeviceHost();
        LinePrinter lines = new LinePrinter(out());
        List<AutoCloseable> running = new CopyOnWriteArrayList<>(List.of(host));
        UntilSignal process = UntilSignal.of(running, lines);
        long began = System.nanoTime();
        List<Device> devices;
        double seconds;
        ControlServer server;
        try {
            journals.open(members);
            devices = start(host, members);
            seconds = (System.nanoTime() - began) / NANOS;
            server = control.start(byName(members, devices));
        } catch (BadInput e) {
            process.callOff();
            throw e;
        }
        if (server != null) {
            running.add(0, server); // nobody is to ask for devices that are just ending
        }
        announce(members, devices, seconds, server, lines);
        process.await();
        return ExitCode.GOOD;
    }

    private static Map<String, Device> byName(List<FleetMember> members, List<Device> devices) {
        Map<String, Device> byName = new LinkedHashMap<>();
        for (int i = 0; i < devices.size(); i++) {
            byName.put(members.get(i).name(), devices.get(i));
        }
        return byName;
    }

    private static FleetFile file(String name) throws BadInput {
        try {
            return FleetFile.read(Path.of(name));
        } catch (ProfileException e) {
            throw new BadInput(e);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(e);
        }
    }

    private List<Device> start(DeviceHost host, List<FleetMember> members) throws BadInput, InterruptedException {
        List<DeviceBuilder> plans = members.stream().map(FleetMember::plan).toList();
        FleetProgress progress = new FleetProgress(err(), members.size());
        try {
            return host.start(plans, progress::started);
        } catch (IOException e) {
            throw new BadInput(e);
        }
    }

    private void announce(
            List<FleetMember> members,
            List<Device> devices,
            double seconds,
            @Nullable ControlServer server,
            LinePrinter lines) {
        if (isSet(JSON)) {
            control.tell(server);
        } else {
            lines.println(() -> String.format(
                    Locale.ROOT,
                    "%d %s, started in %.1f s; the firewall is enforced at the level %s",
                    devices.size(),
                    devices.size() == 1 ? "device" : "devices",
                    seconds,
                    levels(devices)));
            if (server != null) {
                String page = server.pageUrl();
                lines.println(() -> "Control   " + page);
            }
        }
        int widest = members.stream()
                .mapToInt(member -> member.name().length())
                .max()
                .orElse(0);
        for (int i = 0; i < devices.size(); i++) {
            FleetMember member = members.get(i);
            Device device = devices.get(i);
            if (isSet(JSON)) {
                String api =
                        server == null ? null : server.apiUrl(member.name()); // a lambda would load the server's class
                lines.println(() -> member.json(device, api));
            } else {
                lines.println(() -> member.line(device, widest));
            }
            follow(member.name(), device, widest, lines);
        }
    }

    private static String levels(List<Device> devices) {
        return String.join(
                ", ",
                devices.stream()
                        .map(device -> device.enforcement().label())
                        .distinct()
                        .toList());
    }

    private void follow(String name, Device device, int widest, LinePrinter lines) {
        if (isSet(QUIET)) {
            return;
        }
        EventLines words = new EventLines(device.ports()::onHost);
        if (isSet(JSON)) {
            String prefix = "{\"device\":\"" + FleetMember.quoted(name) + "\",";
            device.journal()
                    .listen(event ->
                            lines.println(() -> prefix + JournalFile.line(event).substring(1)));
        } else {
            String prefix = FleetMember.padded(name, widest) + "  ";
            device.journal().listen(event -> lines.println(() -> prefix + words.line(event)));
        }
    }
}
