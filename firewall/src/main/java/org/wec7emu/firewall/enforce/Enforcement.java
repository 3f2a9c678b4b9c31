package org.wec7emu.firewall.enforce;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.wec7emu.firewall.RuleSet;

/** The rules of one device at work. Safe for use by several threads. */
public interface Enforcement extends Closeable {
    EnforcementLevel level();

    /** The rules in force. */
    RuleSet rules();

    /**
     * Opens a TCP socket, not yet bound, on which only what the rules pass will get through once it listens.
     *
     * @param family of the address it is going to be bound to
     * @param logicalPort the port as the device knows it (1 to 65535), which is what rules speak of
     * @throws IOException when the system refuses the socket or the filter
     */
    GuardedPort open(StandardProtocolFamily family, int logicalPort) throws IOException;

    /**
     * Puts other rules in force, at once, on every open port. Connections that are established stay.
     *
     * @param rules for now; of a set whose rules change with the hour, what {@link RuleSet#at} gives
     * @throws EnforcementException when this level can't express them or they depend on the time; then the old rules stay in force on every port
     * @throws IOException when the system refuses
     */
    void apply(RuleSet rules) throws IOException;

    /** Whether what the rules drop is silent without a socket that stands for it: closed ports, UDP, ICMP and the rest. */
    default boolean coversClosedPorts() {
        return false;
    }

    /**
     * What was dropped since this was last asked, of packets for no open port of the device. Empty where the level sees only
     * what is for an open port.
     *
     * @throws IOException when the kernel doesn't tell
     */
    default List<CountedPackets> strayDrops() throws IOException {
        return List.of();
    }

    /**
     * What passed or not, and was noted by rules that log, since this was last asked. Empty where the level can't tell.
     *
     * @throws IOException when the kernel doesn't tell
     */
    default List<CountedPackets> logged() throws IOException {
        return List.of();
    }

    /**
     * Takes the device off its network, or puts it back. Off it, attempts to connect to an open port get no answer, and nothing else
     * does at levels that {@linkplain #silencesConnections silence connections}. Rules are kept, and may be changed meanwhile.
     *
     * @throws IOException when the system refuses; some ports may be off the network then, and this is to be called again
     */
    void link(boolean up) throws IOException;

    /** Whether the kernel drops all packets of a device that is off its network: those of open connections, and those it sends. */
    default boolean silencesConnections() {
        return false;
    }

    /**
     * Has what comes in on an open connection dropped and not acknowledged, or no more. What goes out is for its holder to keep back.
     *
     * @return false where the level can't; the kernel then acknowledges what comes in until its buffer is full
     * @throws IOException when the system refuses
     */
    default boolean silence(SocketChannel connection, boolean silent) throws IOException {
        return false;
    }

    /**
     * Lets everybody reach a TCP port at the device's address that isn't the device's, such as that of the emulator's control API:
     * no rule applies to it, nor whether the device is on its network. Nothing to do at levels that guard the device's own
     * sockets alone.
     *
     * @param hostPort 1 to 65535
     * @throws IOException when the system refuses
     */
    default void exempt(int hostPort) throws IOException {
        // nothing stands in its way
    }

    /** Closes every port that is still open. */
    @Override
    void close();
}
