package org.wec7emu.control;

import io.undertow.util.AttachmentKey;

/** Which device a request is about. */
interface Scope {
    AttachmentKey<Scope> KEY = AttachmentKey.create(Scope.class);

    /** Where the API of one device begins unless there are many. */
    String ONE_DEVICE = "/v1";

    /** The device's name in its fleet; empty where there is no fleet. */
    String name();

    /** Where the device's API begins, as in {@code /v1} or {@code /v1/devices/line-2}. */
    String base();

    /**
     * The device's API.
     *
     * @throws Problem when there is no such device
     */
    DeviceApi device() throws Problem;
}
