package org.wec7emu.firewall.enforce;

import java.net.InetAddress;

/**
 * Where on the host a device is, as far as it decides what can enforce its firewall.
 *
 * @param address the host's address that the device has
 * @param truePorts whether the device's ports have their own numbers on the host, none moved up
 */
public record Placement(InetAddress address, boolean truePorts) {
    /** At an address that other programs use as well, on ports that are free there: 127.0.0.1. */
    public static final Placement SHARED = new Placement(InetAddress.getLoopbackAddress(), false);
}
