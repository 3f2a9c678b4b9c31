package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import java.net.InetAddress;
import java.util.List;
import org.wec7emu.device.Device;
import org.wec7emu.host.AddressText;

/** What a server answers for. */
sealed interface Subject permits OneDevice, Fleet {
    /** Where requests come in. */
    HttpHandler door(Access access);

    Limits limits();

    /** The devices that a server which is bound to that address can only be reached past. */
    List<Device> behind(InetAddress bound);

    static boolean isAt(InetAddress bound, Device device) {
        return AddressText.of(bound).equals(device.host());
    }

    /** Of the devices that were asked for so far. */
    List<DeviceApi> inUse();
}
