package org.wec7emu.measure.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wec7emu.measure.probe.ProbeTarget.Login;
import org.wec7emu.profile.Service;

/**
 * How far a probe goes.
 *
 * @param patience longest wait for a connection, a reply or a piece of data; positive
 * @param quiet how long nothing may come until a port counts as silent, or a server as waiting; positive, shorter than patience
 * @param logins tried one after the other until one is accepted; at least one
 * @param slow longest wait for a timer of the server's; empty for no question that takes a server's timer to its end
 * @param writeDirectory a directory of the server's, in which a directory is made, written in, and removed; empty for no write
 * @param portOffset what the host's ports have been moved by against the device's, as the emulator's are
 * @param ports which TCP ports are looked at besides FTP's, with the names of what is known to offer them
 */
public record ProbeSettings(
        Duration patience,
        Duration quiet,
        List<Login> logins,
        Optional<Duration> slow,
        Optional<String> writeDirectory,
        int portOffset,
        List<Service> ports) {
    public ProbeSettings {
        logins = List.copyOf(logins);
        ports = List.copyOf(ports);
    }

    boolean writes() {
        return writeDirectory.isPresent();
    }
}
