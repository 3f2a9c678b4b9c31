package org.wec7emu.junit.jupiter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;

/** A device in JUnit's store, which closes it with the test or class that it is of. */
final class KeptDevice implements CloseableResource, AutoCloseable {
    private final DeviceSettings settings;
    private final Device device;
    private boolean fresh = true;

    KeptDevice(DeviceSettings settings) {
        this.settings = settings;
        device = settings.start();
    }

    Device device() {
        return device;
    }

    boolean isToBeReset() {
        return settings.reset();
    }

    /** Puts it back to its start, unless no test has had it yet. */
    synchronized void beginTest() {
        if (settings.reset() && !fresh) {
            try {
                device.reset();
            } catch (IOException e) {
                throw new UncheckedIOException("the device can't be put back to its start", e);
            }
            FilesOfStart.put(settings.files(), device);
        }
        fresh = false;
    }

    /** What happened since then, and before it the start that it rests on. */
    List<DeviceEvent> eventsSince(Instant begin) {
        List<DeviceEvent> events = new ArrayList<>();
        for (DeviceEvent event : device.journal().events()) {
            if (event instanceof DeviceStarted && event.at().isBefore(begin)) {
                events.clear();
                events.add(event);
            } else if (!event.at().isBefore(begin)) {
                events.add(event);
            }
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        device.close();
    }
}
