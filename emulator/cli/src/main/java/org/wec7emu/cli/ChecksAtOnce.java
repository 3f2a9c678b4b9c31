package org.wec7emu.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.check.client.ClientStartException;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.profile.DeviceInState;

/** Checks a client against several devices, some of them at a time. */
final class ChecksAtOnce {
    private static final long LAST_SECONDS = 15;

    private final ClientCheck check;
    private final int most;
    private final @Nullable CheckProgress progress;

    /**
     * @param most how many at a time
     * @param progress null to say nothing
     */
    ChecksAtOnce(ClientCheck check, int most, @Nullable CheckProgress progress) {
        this.check = check;
        this.most = most;
        this.progress = progress;
    }

    /**
     * A device to be.
     *
     * @param hasFixedPorts whether no other device can be at its address meanwhile
     */
    record Subject(DeviceInState image, DeviceBuilder settings, boolean hasFixedPorts) {
        String name() {
            return image.profile().image();
        }
    }

    /**
     * What came of them, in the order of the devices; nothing of one whose turn hadn't come when the check was stopped.
     *
     * @throws BadInput when a device or the client can't be started; then the others are stopped
     */
    List<Optional<CheckedClient>> of(List<Subject> subjects) throws BadInput, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(most, ChecksAtOnce::thread);
        try {
            List<Future<Optional<CheckedClient>>> turns = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                int place = i;
                turns.add(threads.submit(() -> turn(place, subjects.get(place))));
            }
            List<Optional<CheckedClient>> checked = new ArrayList<>();
            for (Future<Optional<CheckedClient>> turn : turns) {
                checked.add(turn.get());
            }
            return checked;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException || e.getCause() instanceof ClientStartException) {
                throw new BadInput(e.getCause());
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
            // nothing of a device or a client may be left behind; without an exception they have ended already
            threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Thread thread(Runnable turn) {
        Thread thread = new Thread(turn, "wec7emu-check");
        thread.setDaemon(true);
        return thread;
    }

    private Optional<CheckedClient> turn(int place, Subject subject)
            throws IOException, ClientStartException, InterruptedException {
        if (check.isStopped()) {
            return Optional.empty();
        }
        try {
            CheckedClient checked = check.against(
                    subject.settings(),
                    subject.image(),
                    progress == null ? (device, since) -> {} : progress.of(place, subject.name()));
            if (progress != null) {
                progress.done(place, checked);
            }
            return Optional.of(checked);
        } catch (IOException | ClientStartException | RuntimeException e) {
            check.stop();
            throw e;
        }
    }
}
