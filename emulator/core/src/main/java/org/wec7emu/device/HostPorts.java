package org.wec7emu.device;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;

/** Finds out, before anything starts, whether the host has the ports that a device needs. */
final class HostPorts {
    private static final int LOWEST_ANY_OFFSET = 2_200;
    private static final int TRIES = 100;

    private HostPorts() {}

    /** Offsets to try, in this order: the one that was asked for, or so many at random. */
    static int[] candidates(PortOffset wanted) {
        if (wanted.fixed().isPresent()) {
            return new int[] {wanted.fixed().getAsInt()};
        }
        int pairs = (PortMap.HIGHEST_OFFSET - LOWEST_ANY_OFFSET) / 2;
        return ThreadLocalRandom.current()
                .ints(TRIES, 0, pairs)
                .map(pair -> LOWEST_ANY_OFFSET + 2 * pair)
                .toArray();
    }

    /** @throws DeviceStartException when somebody listens on one of the two ports, or they can't be had */
    static void check(PortMap map, InetAddress address) throws DeviceStartException {
        tryBinding(new InetSocketAddress(address, map.onHost(PortMap.CONTROL_PORT)), PortMap.CONTROL_PORT);
        tryBinding(new InetSocketAddress(address, map.onHost(PortMap.DATA_PORT)), PortMap.DATA_PORT);
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
        String host = AddressText.of(address.getAddress());
        String port = "port " + address.getPort() + " of " + host + " (the device's port " + logical + ")";
        String said = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        boolean bind = problem instanceof BindException || problem instanceof java.net.SocketException;
        if (bind && said.contains("in use")) {
            return new DeviceStartException(
                    port + " is in use, perhaps by another device; end that program, or choose other ports with"
                            + " --port-offset N, or another address with --bind 127.0.0.N",
                    problem);
        }
        if (bind && said.contains("permission denied")) {
            return new DeviceStartException(
                    port + " is only for root; choose higher ports with --port-offset 2100", problem);
        }
        if (bind && said.contains("cannot assign")) {
            return new DeviceStartException(
                    host + " is no address of this machine; give one of its own with --bind, such as 127.0.0.1",
                    problem);
        }
        return new DeviceStartException(port + " can't be had: " + problem.getMessage(), problem);
    }
}
