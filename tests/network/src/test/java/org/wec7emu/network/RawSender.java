package org.wec7emu.network;

import com.sun.jna.Native;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sends packets from a namespace whose headers are all our own. */
final class RawSender implements AutoCloseable {
    private static final int IPV4_ADDRESS_BYTES = 16;
    private static final int IPV6_ADDRESS_BYTES = 28;

    private final int ipv4;
    private final int ipv6;
    private final int device;

    private RawSender(int ipv4, int ipv6, int device) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
        this.device = device;
    }

    /** @param device the network device by which link-local addresses are reached */
    static RawSender open(InNamespace inside, String device) throws Exception {
        return inside.call(() -> new RawSender(
                socket(SystemCalls.AF_INET, SystemCalls.IPPROTO_IP, SystemCalls.IP_HDRINCL),
                socket(SystemCalls.AF_INET6, SystemCalls.IPPROTO_IPV6, SystemCalls.IPV6_HDRINCL),
                SystemCalls.if_nametoindex(device)));
    }

    private static int socket(int family, int level, int headerIncluded) throws IOException {
        int type = SystemCalls.SOCK_RAW | SystemCalls.SOCK_CLOEXEC;
        int socket =
                SystemCalls.checked(SystemCalls.socket(family, type, SystemCalls.IPPROTO_RAW), "opening a raw socket");
        int answer = SystemCalls.setsockopt(socket, level, headerIncluded, new int[] {1}, Integer.BYTES);
        SystemCalls.checked(answer, "asking for headers of our own");
        return socket;
    }

    /**
     * Sends a packet on its way out; the kernel is done with it when this returns. That a filter drops it, which the kernel
     * tells the sender, is no failure.
     */
    void send(byte[] packet, InetAddress destination) throws IOException {
        boolean version6 = destination instanceof Inet6Address;
        byte[] address = version6 ? ipv6(destination) : ipv4(destination);
        long sent = SystemCalls.sendto(version6 ? ipv6 : ipv4, packet, packet.length, 0, address, address.length);
        if (sent < 0 && Native.getLastError() != SystemCalls.EPERM) {
            throw SystemCalls.failure("sending a packet to " + destination);
        }
    }

    private static byte[] ipv4(InetAddress destination) {
        ByteBuffer address = ByteBuffer.allocate(IPV4_ADDRESS_BYTES).order(ByteOrder.nativeOrder());
        return address.putShort((short) SystemCalls.AF_INET)
                .putShort((short) 0)
                .put(destination.getAddress())
                .array();
    }

    private byte[] ipv6(InetAddress destination) {
        ByteBuffer address = ByteBuffer.allocate(IPV6_ADDRESS_BYTES).order(ByteOrder.nativeOrder());
        return address.putShort((short) SystemCalls.AF_INET6)
                .putShort((short) 0)
                .putInt(0)
                .put(destination.getAddress())
                .putInt(destination.isLinkLocalAddress() ? device : 0)
                .array();
    }

    @Override
    public void close() {
        SystemCalls.close(ipv4);
        SystemCalls.close(ipv6);
    }
}
