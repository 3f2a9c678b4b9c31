package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import java.util.List;

/** What a server answers for. */
sealed interface Subject permits OneDevice, Fleet {
    /** Where requests come in. */
    HttpHandler door(Access access);

    Limits limits();

    /** Of the devices that were asked for so far. */
    List<DeviceApi> inUse();
}
