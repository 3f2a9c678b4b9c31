package org.wec7emu.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something that happened to a device. Ports are logical (as the device knows them) unless they say {@code hostPort};
 * addresses are literals; a client is {@code address:port}.
 */
public sealed interface DeviceEvent {
    /** When it happened. */
    Instant at();

    /** An event of one control connection. */
    sealed interface OfSession extends DeviceEvent {
        /** Number of the control connection, from 1, unique in the life of a device. */
        long session();
    }

    /**
     * The device answers.
     *
     * @param image its image
     * @param state its state: the one it was started in, or put into by a reset
     * @param host address it is bound to
     * @param portOffset what to add to a logical port below the ephemeral range to get the host's
     * @param enforcement level that enforces the firewall
     * @param path the network between clients and the device: direct, client-nat or client-firewall
     * @param firewallOn whether the firewall is on
     * @param ftpOn whether the FTP server runs
     */
    record DeviceStarted(
            Instant at,
            String image,
            String state,
            String host,
            int portOffset,
            String enforcement,
            String path,
            boolean firewallOn,
            boolean ftpOn)
            implements DeviceEvent {}

    /**
     * The host has other ports for the device's passive data connections, so that clients reach them through mapped ports. A
     * device has no such setting.
     *
     * @param firstPort the first of the device's ports that it listens on
     * @param lastPort the last of them
     * @param firstHostPort the host's for the first; those for the others follow
     * @param announced the address that the device announces instead of its own; empty for its own
     */
    record PassivePortsPublished(Instant at, int firstPort, int lastPort, int firstHostPort, String announced)
            implements DeviceEvent {}

    /** The device has gone from the network. */
    record DeviceStopped(Instant at, Stop stop) implements DeviceEvent {}

    /** How a device stops. */
    enum Stop {
        SHUTDOWN,
        RESTART,
        POWER_CUT,
        /** It is put back to how it was started, or into a state of its image. */
        RESET
    }

    /** Other firewall rules are in force, or the firewall was switched. */
    record FirewallChanged(Instant at, boolean on, int rules) implements DeviceEvent {}

    /**
     * The firewall dropped attempts to connect to a port of the device.
     *
     * @param source who attempted it; empty where the enforcement level can't tell
     * @param attempts SYNs since the last such event, repeats included
     * @param rule the rule that decided, or empty
     * @param because the verdict in a sentence
     */
    record ConnectionDropped(
            Instant at, String source, int port, int hostPort, long attempts, String rule, String because)
            implements DeviceEvent {}

    /**
     * The firewall dropped packets other than attempts to connect to one port: UDP, ICMP, or attempts at many ports at once.
     *
     * @param source who sent them
     * @param traffic what they were, as in {@code udp/161}, {@code icmp type 13, code 0} or {@code tcp/1-1024}
     * @param packets since the last such event, repeats included
     * @param rule the rule that decided, or empty
     * @param because the verdict in a sentence
     */
    record PacketsDropped(Instant at, String source, String traffic, long packets, String rule, String because)
            implements DeviceEvent {}

    /**
     * Rules that log noted packets, which passed or not.
     *
     * @param remote the other end
     * @param inbound whether they came in
     * @param traffic what they were, as in {@code tcp/21}
     * @param packets since the last such event
     * @param rules names of the rules, separated by commas
     */
    record PacketsLogged(Instant at, String remote, boolean inbound, String traffic, long packets, String rules)
            implements DeviceEvent {}

    /**
     * A client is connected to a service besides FTP, which accepts and says nothing.
     *
     * @param service its name in the profile
     */
    record ServiceConnected(Instant at, String service, String client, int port, int hostPort) implements DeviceEvent {}

    /**
     * The device goes without a service, as the host has no port for it.
     *
     * @param service its name in the profile
     * @param because what is in the way and what to do
     */
    record ServiceLeftOut(Instant at, String service, int port, int hostPort, String because) implements DeviceEvent {}

    /**
     * Something begins to go wrong with the device, as a user of the emulator wants it.
     *
     * @param fault its name, as in {@code slow-link}
     * @param parameters as in {@code rate=10mbit,delay=20ms}; empty where it has none
     * @param description what it is, in a clause
     * @param limits what can't be reproduced of it on this host, in a sentence; empty where nothing is amiss
     */
    record FaultStarted(Instant at, String fault, String parameters, String description, String limits)
            implements DeviceEvent {}

    /** It goes wrong no more. */
    record FaultEnded(Instant at, String fault) implements DeviceEvent {}

    /**
     * A session meets a fault.
     *
     * @param fault its name
     * @param because what it does to the session, in a sentence
     */
    record FaultStruck(Instant at, long session, String fault, String because) implements OfSession {}

    /**
     * The device's clock has been set back, as it lost its power. The journal's own times stay right.
     *
     * @param to the device's local time from then on, as in {@code 2003-01-01T12:00}
     */
    record ClockReset(Instant at, String to) implements DeviceEvent {}

    /** A client is connected to the control port. */
    record ConnectionOpened(Instant at, long session, String client, int port) implements OfSession {}

    /** A control connection has ended. */
    record ConnectionClosed(Instant at, long session, Ending ending) implements OfSession {}

    /** How a control connection ends. */
    enum Ending {
        /** After QUIT. */
        QUIT,
        /** The client closed or reset it without QUIT. */
        BY_CLIENT,
        /** Nothing came for too long. */
        IDLE,
        /** The device had too many sessions. */
        REFUSED,
        /** The device stopped or restarted. */
        BY_DEVICE
    }

    /**
     * A command line has come in.
     *
     * @param verb in upper case
     * @param argument as sent, or empty; of PASS only asterisks
     */
    record CommandReceived(Instant at, long session, String verb, String argument) implements OfSession {}

    /** A reply was sent; {@code text} is without code and line end. */
    record ReplySent(Instant at, long session, int code, String text) implements OfSession {}

    record LoginSucceeded(Instant at, long session, String user) implements OfSession {}

    record LoginRefused(Instant at, long session, String user) implements OfSession {}

    /**
     * A data connection was arranged: in passive mode the device offers its own address and port, in active mode the client
     * has told the device where it listens.
     *
     * @param port the offered port; of the device in passive mode, of the client in active mode
     */
    record DataConnectionOffered(Instant at, long session, TransferMode mode, String address, int port)
            implements OfSession {}

    /**
     * A data connection is open.
     *
     * @param clientPort the client's end
     * @param devicePort the device's end: 20 in active mode
     */
    record DataConnectionOpened(Instant at, long session, TransferMode mode, int clientPort, int devicePort)
            implements OfSession {}

    /**
     * The firewall drops the client's attempts to open the data connection.
     *
     * @param attempts SYNs dropped so far; empty where the enforcement level can't count
     * @param rule the rule that decided, or empty
     * @param because the verdict in a sentence
     */
    record DataConnectionDropped(Instant at, long session, int port, OptionalLong attempts, String rule, String because)
            implements OfSession {}

    /**
     * The network on the client's side dropped the device's attempt to open the data connection, which hears nothing of it.
     *
     * @param address what the client has announced
     * @param port the client's
     * @param path what dropped it: client-nat or client-firewall
     * @param because why, in a sentence
     */
    record DialDropped(Instant at, long session, String address, int port, String path, String because)
            implements OfSession {}

    /**
     * The device's own firewall dropped its attempt to open the data connection, so nothing of it left the device.
     *
     * @param address what the client has announced
     * @param port the client's
     * @param rule the rule that decided, or empty
     * @param because why, in a sentence
     */
    record DialBlocked(Instant at, long session, String address, int port, String rule, String because)
            implements OfSession {}

    /** The client's host refused the device's connect (RST), or it couldn't be dialled at all. */
    record DataConnectionRefused(Instant at, long session, String address, int port, String because)
            implements OfSession {}

    /** No data connection came about within the device's data wait. */
    record DataConnectionTimedOut(Instant at, long session, TransferMode mode, int port, Duration waited)
            implements OfSession {}

    /** What a transfer moves, seen from the client. */
    enum Content {
        UPLOAD,
        DOWNLOAD,
        LISTING
    }

    /**
     * A transfer is complete.
     *
     * @param path as the client sees it
     * @param bytes over the data connection
     * @param took from the opening of the data connection to its end
     */
    record TransferCompleted(Instant at, long session, Content content, String path, long bytes, Duration took)
            implements OfSession {}

    /** A transfer broke off after {@code bytes}. */
    record TransferFailed(
            Instant at, long session, Content content, String path, long bytes, Duration took, String because)
            implements OfSession {}
}
