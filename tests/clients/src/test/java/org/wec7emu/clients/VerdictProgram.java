package org.wec7emu.clients;

import java.nio.file.Files;
import java.nio.file.Path;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.profile.DeviceInState;

/** Runs the clients of {@link VerdictCase}: one for a test, or all as whoever starts this as a program. */
final class VerdictProgram {
    private VerdictProgram() {}

    /**
     * Prints a line a case, its name and verdict, as enforced by full accept queues. Arguments: a folder for the devices' files,
     * and that of basic-ftp.
     */
    public static void main(String[] args) throws Exception {
        for (VerdictCase each : VerdictCase.values()) {
            if (RealClient.isOnPath(each.program())) {
                CheckedClient checked = run(each, EnforcementLevel.BACKLOG, Path.of(args[0]), Path.of(args[1]));
                System.out.println(each + " " + checked.diagnosis().verdict());
            }
        }
    }

    /** @param folder where the device's files are to be */
    static CheckedClient run(VerdictCase each, EnforcementLevel level, Path folder, Path basicFtp) throws Exception {
        Path root = Files.createTempDirectory(folder, "root");
        Files.writeString(root.resolve("hello.txt"), "hello\n");
        DeviceUnderTest device =
                DeviceUnderTest.of(Image.V604H).state(each.state()).enforcedBy(level);
        DeviceBuilder settings = device.builder().root(root).path(each.path());
        return new ClientCheck(each.client(basicFtp), each.limit())
                .against(settings, DeviceInState.of(device.profile(), each.state()), (running, since) -> {});
    }
}
