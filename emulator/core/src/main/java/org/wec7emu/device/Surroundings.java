package org.wec7emu.device;

import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.time.InstantSource;
import org.wec7emu.fault.Faults;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.host.IoHost;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.storage.DeviceStorage;

/**
 * What a device has of its host, for its whole life.
 *
 * @param address the host's address that is the device's
 * @param path the network between clients and the device
 * @param faults what is wrong with it
 * @param dataPort where it dials from
 * @param host its share of the threads
 * @param storage its card and RAM
 * @param enforcement its firewall at work
 * @param clock of the journal: the right time
 * @param deviceClock the device's own, which may be wrong
 */
record Surroundings(
        InetAddress address,
        NetworkPath path,
        Faults faults,
        PortMap ports,
        DataPort dataPort,
        IoHost.Lease host,
        DeviceStorage storage,
        Enforcement enforcement,
        Journal journal,
        InstantSource clock,
        DeviceClock deviceClock)
        implements Closeable {

    /** Where a port of the device is on the host. */
    InetSocketAddress endpoint(int logicalPort) {
        return new InetSocketAddress(address, ports.onHost(logicalPort));
    }

    StandardProtocolFamily family() {
        return address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    /** Gives all of it back. */
    @Override
    public void close() throws IOException {
        try (host;
                storage;
                dataPort) {
            enforcement.close();
        }
    }
}
