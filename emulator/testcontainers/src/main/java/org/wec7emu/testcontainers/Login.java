package org.wec7emu.testcontainers;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.ContainerState;

/**
 * Where a client of this machine logs in, and as whom.
 *
 * @param answers whether the device is to answer; not so in state {@code factory}
 */
record Login(boolean answers, String host, int port, String user, String password) {
    private static final String READY = "/tmp/wec7emu.ready";
    private static final int REACHABLE_MILLIS = 2_000;

    /** At the device's own address, or at the mapped port where that can't be reached from here. */
    static Login of(ContainerState container) {
        Login own = ready(container).orElseThrow(() -> new IllegalStateException("the device has no file " + READY));
        if (!own.answers() || FtpLogin.reaches(own, REACHABLE_MILLIS)) {
            return own;
        }
        return own.mapped(container);
    }

    /** As the device says it, once it is up. */
    static Optional<Login> ready(ContainerState container) {
        try {
            String text = container.copyFileFromContainer(
                    READY, stream -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return Optional.of(new Login(
                    value(text, "ANSWERS").equals("yes"),
                    value(text, "HOST"),
                    Integer.parseInt(value(text, "PORT")),
                    value(text, "USER"),
                    value(text, "PASSWORD")));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The same through Docker's mapped port. */
    Login mapped(ContainerState container) {
        return new Login(
                answers, container.getHost(), container.getMappedPort(Wec7DeviceContainer.FTP_PORT), user, password);
    }

    private static String value(String text, String name) {
        Matcher line = Pattern.compile("(?m)^WEC7_" + name + "='(.*)'$").matcher(text);
        if (!line.find()) {
            throw new IllegalStateException(READY + " doesn't name WEC7_" + name);
        }
        return line.group(1).replace("'\\''", "'");
    }
}
