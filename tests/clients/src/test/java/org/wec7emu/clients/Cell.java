package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.TransferMode;

/** One cell of the matrix of clients, modes, images and levels of enforcement. */
record Cell(RealClient client, TransferMode mode, Image image, EnforcementLevel level) {
    /** All cells of one image in one mode. */
    static Stream<Cell> of(Image image, TransferMode mode) {
        return Arrays.stream(RealClient.values()).flatMap(client -> Arrays.stream(EnforcementLevel.values())
                .map(level -> new Cell(client, mode, image, level)));
    }

    /** The device of the cell. The test is skipped by name where client or level is missing. */
    Device start(String state) throws IOException {
        client.assumeInstalled();
        return DeviceUnderTest.of(image).state(state).enforcedBy(level).start();
    }

    ClientRun run(Errand errand, Device device, Path home) throws IOException, InterruptedException {
        return ClientRun.of(client, errand, mode, Target.of(device), home);
    }

    @Override
    public String toString() {
        String way = mode == TransferMode.ACTIVE ? "active" : "passive";
        return client + ", " + way + ", " + image + ", enforced by " + level.label();
    }
}
