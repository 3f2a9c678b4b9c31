package org.wec7emu.device;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.profile.Service;
import org.wec7emu.profile.Service.Protocol;

/** Finds out, before anything starts, whether the host has the ports that a device needs. */
final class HostPorts {
    private static final int LOWEST_ANY_OFFSET = 2_200;
    private static final int TRIES = 100;

    private HostPorts() {}

    /** Offsets at random to try, in this order. */
    static int[] candidates() {
        int pairs = (PortMap.HIGHEST_OFFSET - LOWEST_ANY_OFFSET) / 2;
        return ThreadLocalRandom.current()
                .ints(TRIES, 0, pairs)
                .map(pair -> LOWEST_ANY_OFFSET + 2 * pair)
                .toArray();
    }

    /** @throws DeviceStartException when somebody listens on the control port, or it can't be had */
    static void check(PortMap map, InetAddress address) throws DeviceStartException {
        tryBinding(new InetSocketAddress(address, map.onHost(PortMap.CONTROL_PORT)), PortMap.CONTROL_PORT);
    }

    /** @throws DeviceStartException when somebody has one of the ports of services, or they can't be had */
    static void check(PortMap map, InetAddress address, List<Service> services) throws DeviceStartException {
        for (Service service : services) {
            InetSocketAddress endpoint = new InetSocketAddress(address, map.onHost(service.port()));
            if (service.protocol() == Protocol.TCP) {
                tryBinding(endpoint, service.port());
            } else {
                tryBindingDatagrams(endpoint, service.port());
            }
        }
    }

    private static void tryBindingDatagrams(InetSocketAddress address, int logical) throws DeviceStartException {
        try (DatagramChannel probe = DatagramChannel.open()) {
            probe.bind(address);
        } catch (IOException e) {
            throw explain(e, address, logical);
        }
    }

    /** Binds and never listens: a client that is waiting for the device must not meet a port that comes and goes. */
    private static void tryBinding(InetSocketAddress address, int logical) throws DeviceStartException {
        try (SocketChannel probe = SocketChannel.open()) {
            probe.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            probe.bind(address);
        } catch (IOException e) {
            throw explain(e, address, logical);
        }
    }

    /** Turns the system's words into what is wrong and what to do. */
    static DeviceStartException explain(IOException problem, InetSocketAddress address, int logical) {
        return new DeviceStartException(whatToDo(problem, address, logical), problem);
    }

    /** The same in words alone. */
    static String whatToDo(IOException problem, InetSocketAddress address, int logical) {
        String host = AddressText.of(address.getAddress());
        String port = "port " + address.getPort() + " of " + host + " (the device's port " + logical + ")";
        String said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        boolean bind = problem instanceof BindException || problem instanceof java.net.SocketException;
        if (bind && said.contains("in use")) {
            return port + " is in use, perhaps by another device; end that program, or choose other ports with"
                    + " --port-offset N, or another address with --bind 127.0.0.N";
        }
        if (bind && said.contains("permission denied")) {
            return port + " is only for root and CAP_NET_BIND_SERVICE; choose higher ports with --port-offset 2100";
        }
        if (bind && said.contains("cannot assign")) {
            return host + " is no address of this machine; give one of its own with --bind, such as 127.0.0.1";
        }
        return port + " can't be had: " + problem.getMessage();
    }
}
