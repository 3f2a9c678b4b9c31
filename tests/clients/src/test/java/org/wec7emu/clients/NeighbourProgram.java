package org.wec7emu.clients;

import java.nio.file.Path;
import java.util.List;
import org.wec7emu.device.Device;

/** Starts a device in a process of its own and closes it: another user of the emulator on the same host. */
final class NeighbourProgram {
    private NeighbourProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (Device device = DeviceUnderTest.of(Image.BASELINE).start()) {
            System.out.println(device.url());
        }
    }

    static Invocation invocation() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String temporary = "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir");
        return new Invocation(List.of(java, temporary, "-cp", classPath, NeighbourProgram.class.getName()), "");
    }
}
