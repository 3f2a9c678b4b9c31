package org.wec7emu.measure.behaviour;

import java.util.List;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.Service;

/**
 * How a device is set up to be asked.
 *
 * @param path between it and the client
 * @param asDelivered whether it is in the state factory rather than in that in which it is compared
 * @param unserved ports that it is to have, though nothing listens there: those that only the other side offers
 */
record Setting(NetworkPath path, boolean asDelivered, List<Service> unserved) {
    static final Setting PLAIN = new Setting(NetworkPath.DIRECT, false, List.of());

    static Setting behind(NetworkPath path) {
        return new Setting(path, false, List.of());
    }

    static Setting withUnserved(List<Service> unserved) {
        return new Setting(NetworkPath.DIRECT, false, unserved);
    }

    static Setting delivered() {
        return new Setting(NetworkPath.DIRECT, true, List.of());
    }
}
