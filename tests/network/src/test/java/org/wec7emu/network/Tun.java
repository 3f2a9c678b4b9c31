package org.wec7emu.network;

import com.sun.jna.Native;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network device of a namespace whose other end is this test: a packet written is received by the kernel as from the
 * network, before the write returns, and what the kernel sends is read. All the world is behind it, so any source may be
 * pretended, except those that the kernel never takes from a network (loopback, multicast).
 */
final class Tun implements AutoCloseable {
    /** The device's name in its namespace. */
    static final String DEVICE = "tun0";

    private static final long TUNSETIFF = 0x400454caL;
    private static final short IFF_TUN = 0x0001;
    private static final short IFF_NO_PI = 0x1000;
    private static final int FLAGS_AT = 16;
    private static final int IFREQ_BYTES = 40;
    private static final int LONGEST_PACKET = 65_535;

    private final int descriptor;
    private final byte[] buffer = new byte[LONGEST_PACKET];

    private Tun(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Makes the device, up and with those addresses.
     *
     * @param inside a thread in {@code namespace}
     */
    static Tun open(Namespace namespace, InNamespace inside, List<InetAddress> addresses) throws Exception {
        Requirements.assumeTun();
        Tun tun = inside.call(() -> new Tun(openDevice()));
        try {
            configure(namespace, addresses);
            tun.drain();
            return tun;
        } catch (Exception e) {
            tun.close();
            throw e;
        }
    }

    private static int openDevice() throws IOException {
        int descriptor = SystemCalls.checked(
                SystemCalls.open("/dev/net/tun", SystemCalls.O_RDWR | SystemCalls.O_NONBLOCK | SystemCalls.O_CLOEXEC),
                "opening /dev/net/tun");
        ByteBuffer request = ByteBuffer.allocate(IFREQ_BYTES).order(ByteOrder.nativeOrder());
        request.put(DEVICE.getBytes(StandardCharsets.US_ASCII)).putShort(FLAGS_AT, (short) (IFF_TUN | IFF_NO_PI));
        if (SystemCalls.ioctl(descriptor, TUNSETIFF, request.array()) < 0) {
            IOException failure = SystemCalls.failure("making a TUN device");
            SystemCalls.close(descriptor);
            throw failure;
        }
        return descriptor;
    }

    private static void configure(Namespace namespace, List<InetAddress> addresses) throws Exception {
        String perDevice = ".conf." + DEVICE + ".";
        namespace.sysctl(
                // Any source may come from here.
                "net.ipv4.conf.all.rp_filter=0",
                "net.ipv4" + perDevice + "rp_filter=0",
                // The kernel has nothing to say of its own.
                "net.ipv6" + perDevice + "accept_dad=0",
                "net.ipv6" + perDevice + "accept_ra=0",
                "net.ipv6" + perDevice + "router_solicitations=0");
        namespace.run("ip", "link", "set", DEVICE, "addrgenmode", "none", "multicast", "off", "txqueuelen", "5000");
        for (InetAddress address : addresses) {
            Link.addAddress(namespace, DEVICE, address);
        }
        namespace.run("ip", "link", "set", DEVICE, "up");
        namespace.run("ip", "-4", "route", "add", "default", "dev", DEVICE);
        namespace.run("ip", "-6", "route", "add", "default", "dev", DEVICE);
        namespace.run("ip", "-6", "route", "add", "fe80::/10", "dev", DEVICE);
    }

    /** Sends an IP packet to the kernel, which has dealt with it when this returns. */
    void write(byte[] packet) throws IOException {
        if (SystemCalls.write(descriptor, packet, packet.length) != packet.length) {
            throw SystemCalls.failure("writing a packet of " + packet.length + " bytes to a TUN device");
        }
    }

    /** The next packet from the kernel; empty when none comes within the limit. */
    Optional<byte[]> read(Duration limit) throws IOException {
        int[] wanted = {descriptor, SystemCalls.POLLIN};
        SystemCalls.checked(SystemCalls.poll(wanted, 1, (int) limit.toMillis()), "waiting for a packet");
        return next();
    }

    /** All packets that the kernel has sent by now. */
    List<byte[]> drain() throws IOException {
        List<byte[]> packets = new ArrayList<>();
        for (Optional<byte[]> packet = next(); packet.isPresent(); packet = next()) {
            packets.add(packet.get());
        }
        return packets;
    }

    private Optional<byte[]> next() throws IOException {
        long length = SystemCalls.read(descriptor, buffer, buffer.length);
        if (length >= 0) {
            return Optional.of(Arrays.copyOf(buffer, (int) length));
        }
        if (Native.getLastError() == SystemCalls.EAGAIN) {
            return Optional.empty();
        }
        throw SystemCalls.failure("reading from a TUN device");
    }

    @Override
    public void close() {
        SystemCalls.close(descriptor);
    }
}
