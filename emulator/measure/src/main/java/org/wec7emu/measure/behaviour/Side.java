package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.DeviceProfile;

/** One of the two that are compared. */
public sealed interface Side {
    /** What reports call it. */
    String name();

    /** Begins to ask it. */
    Subject start(Setting setting) throws IOException;

    /**
     * An image, of which devices are started for it, each in its own place and with its own files.
     *
     * @param delivered the image
     * @param image the image in the state in which it is compared
     * @param clock of the devices
     */
    record Emulated(DeviceProfile delivered, DeviceInState image, InstantSource clock) implements Side {
        @Override
        public String name() {
            return image.profile().image();
        }

        @Override
        public Subject start(Setting setting) throws IOException {
            return EmulatedSubject.start(this, setting);
        }
    }

    /**
     * A server somewhere, a real device perhaps. It is asked what can be asked from outside, in one session at a time.
     *
     * @param name without the password
     * @param writeTo the directory in which files may be made and removed; empty where nothing may be written
     */
    record Remote(String name, InetSocketAddress control, String user, String password, Optional<String> writeTo)
            implements Side {
        @Override
        public Subject start(Setting setting) throws IOException {
            return new RemoteSubject(this);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** The values of its profile; none of a server somewhere. */
    default List<DeviceInState> images() {
        return this instanceof Emulated emulated ? List.of(emulated.image()) : List.of();
    }
}
