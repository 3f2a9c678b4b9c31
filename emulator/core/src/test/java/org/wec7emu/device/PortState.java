package org.wec7emu.device;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What a scanner calls a port. */
enum PortState {
    /** SYN/ACK. */
    OPEN,
    /** RST, or ICMP port unreachable. */
    CLOSED,
    /** Silence to a SYN. */
    FILTERED,
    /** Silence to a datagram. */
    OPEN_OR_FILTERED;

    static PortState tcp(Device device, int logicalPort) throws IOException {
        return of(endpoint(device, logicalPort));
    }

    /** Of a TCP port. */
    static PortState of(InetSocketAddress endpoint) throws IOException {
        try (Socket client = RawClient.connected(endpoint, RawClient.SILENCE_MILLIS)) {
            return client.isConnected() ? OPEN : FILTERED;
        } catch (ConnectException e) {
            return CLOSED;
        } catch (SocketTimeoutException e) {
            return FILTERED;
        }
    }

    static PortState udp(Device device, int logicalPort) throws IOException {
        try (DatagramSocket client = new DatagramSocket()) {
            client.setSoTimeout(RawClient.SILENCE_MILLIS);
            client.connect(endpoint(device, logicalPort));
            client.send(new DatagramPacket(new byte[] {1, 2, 3}, 3));
            client.receive(new DatagramPacket(new byte[10], 10));
            return OPEN;
        } catch (PortUnreachableException e) {
            return CLOSED;
        } catch (SocketTimeoutException e) {
            return OPEN_OR_FILTERED;
        }
    }

    static InetSocketAddress endpoint(Device device, int logicalPort) {
        return new InetSocketAddress(device.host(), device.ports().onHost(logicalPort));
    }
}
