package org.wec7emu.check.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.Hint;
import org.wec7emu.check.Hints;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.Journal;
import org.wec7emu.profile.DeviceInState;

/** Runs a client against devices, one after the other or several at a time, and says what came of it. Safe for use by several threads. */
public final class ClientCheck {
    private static final Duration PERIOD = Duration.ofMillis(100);
    /** Until the device has noticed the client's end. */
    private static final Duration LAST_EVENTS = Duration.ofSeconds(2);
    /** Longer than the period at which drops are counted. */
    private static final Duration LAST_DROPS = Duration.ofMillis(300);

    private final CommandTemplate client;
    private final Duration limit;
    private final Hints hints = Hints.bundled();
    private volatile boolean stopped;

    /** @param limit how long the client may take; then it is killed with all that it has started */
    public ClientCheck(CommandTemplate client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    /** Whoever wants to know how the client is getting on. */
    @FunctionalInterface
    public interface Progress {
        /** Called ten times a second while the client runs. */
        void running(Device device, Duration since);
    }

    /**
     * Starts a device, runs the client, and takes the device off the network again.
     *
     * @param settings of the device
     * @param image what the device is; what the verdict rests on is looked up there
     * @throws IOException when the device can't be started
     * @throws ClientStartException when the client can't be started
     */
    public CheckedClient against(DeviceBuilder settings, DeviceInState image, Progress progress)
            throws IOException, ClientStartException, InterruptedException {
        try (Device device = settings.start()) {
            List<String> commandLine = client.on(ClientTarget.of(device));
            Instant startedAt = Instant.now();
            try (ClientProcess process = start(commandLine, ClientTarget.of(device))) {
                Ended ended = await(process, device, progress);
                return checked(device, image, commandLine, startedAt, ended);
            }
        }
    }

    /**
     * Runs the client against a server of which nothing is known.
     *
     * @throws ClientStartException when the client can't be started
     */
    public FinishedClient against(ClientTarget server) throws ClientStartException, InterruptedException {
        try (ClientProcess process = start(client.on(server), server)) {
            return finished(process);
        }
    }

    private FinishedClient finished(ClientProcess process) throws InterruptedException {
        ClientEnd end = process.await(limit, PERIOD, running -> !stopped);
        Duration took = process.running();
        process.close();
        return new FinishedClient(end, took, process.output());
    }

    /** Ends the clients that run, wherever they are, and all later ones at their start; what came of them so far is told. */
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }

    private record Ended(ClientEnd end, Duration took, String output) {}

    /** Waits for the client's end; then neither it nor the device is there any more. */
    private Ended await(ClientProcess process, Device device, Progress progress)
            throws IOException, InterruptedException {
        ClientEnd seen = process.await(limit, PERIOD, look(device, progress));
        Duration took = process.running();
        process.close();
        String output = process.output();
        settle(device.journal());
        device.close();
        // what Ctrl-C is typed for ends the client, too, and perhaps before this process hears of it
        return new Ended(stopped ? new ClientEnd.Stopped(took) : seen, took, output);
    }

    private ClientProcess.Look look(Device device, Progress progress) {
        SynWatch synWatch = new SynWatch(device);
        return running -> {
            synWatch.look();
            progress.running(device, running);
            return !stopped;
        };
    }

    private CheckedClient checked(
            Device device, DeviceInState image, List<String> commandLine, Instant startedAt, Ended ended) {
        List<DeviceEvent> journal = device.journal().events();
        Diagnosis diagnosis = Diagnosis.of(journal, ended.end());
        Hint hint = hints.of(diagnosis, client.words(), ended.output());
        String advice = CommandTemplate.fill(hint.advice(), ClientTarget.of(device));
        return new CheckedClient(
                device.profile().image(),
                device.state(),
                device.enforcement().label(),
                device.path().label(),
                commandLine,
                startedAt,
                ended.end(),
                ended.took(),
                ended.output(),
                journal,
                diagnosis,
                Grounds.of(diagnosis, image),
                hint.withAdvice(advice));
    }

    private static ClientProcess start(List<String> commandLine, ClientTarget target) throws ClientStartException {
        try {
            return ClientProcess.start(commandLine, CommandTemplate.environment(target));
        } catch (IOException e) {
            throw new ClientStartException(
                    "the client " + commandLine.get(0)
                            + " can't be started: there is no such program, or it isn't executable",
                    e);
        }
    }

    /** Waits for what the client has caused and the device hasn't noted yet. */
    private static void settle(Journal journal) throws InterruptedException {
        List<ConnectionOpened> opened = journal.events(ConnectionOpened.class);
        for (ConnectionOpened session : opened) {
            journal.await(ConnectionClosed.class, closed -> closed.session() == session.session(), LAST_EVENTS);
        }
        if (opened.isEmpty()) {
            journal.await(ConnectionDropped.class, drop -> true, LAST_DROPS);
        }
    }
}
