package org.wec7emu.container;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wec7emu.testcontainers.EmulatorImage;

/** Devices with the firewall on and off in every network, and the places that clients are at. */
final class Devices implements AutoCloseable {
    /** The images that are compared. */
    enum Image {
        /** Firewall on. */
        V604H("CX8100_WEC7_LF_v604h"),
        /** Firewall off. */
        BASELINE("CX8100_WEC7_LF_pre-v604h");

        private final String prefix;

        Image(String prefix) {
            this.prefix = prefix;
        }
    }

    private final String network = "wec7emu-test-" + UUID.randomUUID();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final Map<Image, Setup> setups = new EnumMap<>(Image.class);
    private final Elsewhere elsewhere;
    private final String client = network + "-client";

    private Devices() throws Exception {
        EmulatorImage.name();
        elsewhere = Elsewhere.connected();
        toClose.add(elsewhere);
    }

    static Devices started() throws Exception {
        Devices devices = new Devices();
        try {
            devices.start();
            return devices;
        } catch (Exception e) {
            devices.close();
            throw e;
        }
    }

    private void start() throws Exception {
        Docker.output("network", "create", network);
        toClose.add(() -> Docker.output("network", "rm", network));
        toClose.add(RunningContainer.of(EmulatorImage.client(), "--network=" + network, "--name=" + client, "--init"));
        for (Image image : Image.values()) {
            Setup setup = Setup.of(image.prefix, network, image.ordinal() + 1);
            toClose.add(setup);
            setups.put(image, setup);
        }
    }

    Setup of(Image image) {
        Setup setup = setups.get(image);
        if (setup == null) {
            throw new IllegalStateException("not started");
        }
        return setup;
    }

    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** The command line that runs a program in a container of the same network. */
    List<String> inClient(List<String> command) {
        List<String> words = new ArrayList<>(Docker.line("exec", client));
        words.addAll(command);
        return words;
    }

    @Override
    public void close() throws Exception {
        for (int i = toClose.size() - 1; i >= 0; i--) {
            toClose.get(i).close();
        }
    }
}
