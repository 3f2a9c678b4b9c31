package org.wec7emu.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.network.Nmap.PortState;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Service.Protocol;

/**
 * What a client is to see of a device from outside, as its profile has it.
 *
 * @param profile of the image in its state
 * @param firewall the rules in force
 */
record Visible(DeviceProfile profile, RuleSet firewall, InetAddress client, InetAddress device) {
    private static final int FTP = 21;
    private static final int ANY_PORT = 50_000;

    /** The TCP ports that the device itself has to do with; of all others the level of enforcement may know nothing. */
    SortedSet<Integer> ownTcpPorts() {
        SortedSet<Integer> ports = new TreeSet<>(List.of(FTP));
        profile.services().stream()
                .filter(service -> service.protocol() == Protocol.TCP)
                .forEach(service -> ports.add(service.port()));
        return ports;
    }

    private boolean listens(Protocol protocol, int port) {
        boolean ftp = protocol == Protocol.TCP && port == FTP && profile.ftp().serverActive();
        return ftp
                || profile.services().stream()
                        .anyMatch(service ->
                                service.listening() && service.protocol() == protocol && service.port() == port);
    }

    PortState tcp(int port) {
        Packet attempt = Packet.Tcp.syn(
                Direction.INBOUND, new InetSocketAddress(client, ANY_PORT), new InetSocketAddress(device, port));
        if (!firewall.decide(attempt).passes()) {
            return PortState.FILTERED;
        }
        return listens(Protocol.TCP, port) ? PortState.OPEN : PortState.CLOSED;
    }

    /** No service of a device answers in UDP whatever nmap sends, so what listens looks as what is filtered. */
    PortState udp(int port) {
        Packet datagram = new Packet.Udp(
                Direction.INBOUND, new InetSocketAddress(client, ANY_PORT), new InetSocketAddress(device, port));
        return firewall.decide(datagram).passes() && !listens(Protocol.UDP, port) && tellsThatAPortIsClosed()
                ? PortState.CLOSED
                : PortState.OPEN_OR_FILTERED;
    }

    /** Microsoft's default rules don't: they block what goes out by ICMP. */
    private boolean tellsThatAPortIsClosed() {
        int unreachable = device.getAddress().length == 4 ? 3 : 1;
        int port = device.getAddress().length == 4 ? 3 : 4;
        return firewall.decide(new Packet.Icmp(Direction.OUTBOUND, client, device, unreachable, port, 0))
                .passes();
    }

    boolean ping() {
        int echoRequest = device.getAddress().length == 4 ? 8 : 128;
        return firewall.decide(new Packet.Icmp(Direction.INBOUND, client, device, echoRequest, 0, 1))
                .passes();
    }
}
