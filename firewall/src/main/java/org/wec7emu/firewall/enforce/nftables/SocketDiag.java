package org.wec7emu.firewall.enforce.nftables;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * The kernel's list of sockets, asked for by netlink. Connections that are over and only remembered, of which a busy machine has
 * ten thousands, the kernel passes over, so this takes one or two milliseconds where {@link ProcNet} takes a hundred.
 *
 * <p>Source: the manual page sock_diag(7) and {@code include/uapi/linux/inet_diag.h}.
 */
final class SocketDiag {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVTIMEO = 20;
    /** Seconds after which a kernel that says nothing more is given up. */
    private static final int PATIENCE = 5;

    private static final int SOCK_DIAG_BY_FAMILY = 20;
    private static final int REQUEST_AND_DUMP = 0x301;
    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int MESSAGE_HEADER = 16;
    private static final int REQUEST = 56;
    /** Bytes of a {@code struct inet_diag_msg}. */
    private static final int ENTRY = 72;

    private static final int TCP_LISTEN = 10;
    private static final int TCP_TIME_WAIT = 6;
    private static final int BUT_TIME_WAIT = 0xFFF & ~(1 << TCP_TIME_WAIT);
    private static final int BUFFER = 1 << 16;

    static {
        Native.register(SocketDiag.class, NativeLibrary.getProcess());
    }

    private SocketDiag() {}

    private static native int socket(int family, int type, int protocol) throws LastErrorException;

    private static native int setsockopt(int descriptor, int level, int name, byte[] value, int length)
            throws LastErrorException;

    private static native NativeLong send(int descriptor, byte[] bytes, NativeLong length, int flags)
            throws LastErrorException;

    private static native NativeLong recv(int descriptor, byte[] bytes, NativeLong length, int flags)
            throws LastErrorException;

    private static native int close(int descriptor);

    /**
     * Lists the sockets of one kind in the calling thread's network namespace.
     *
     * @param ipv6 those of that family, among which are those that take IPv4, too
     * @throws IOException when the kernel doesn't tell
     */
    static void list(IpProtocol protocol, boolean ipv6, Consumer<HostSocket> sink) throws IOException {
        try {
            int line = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
            try {
                setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, patience(), 2 * Native.LONG_SIZE);
                byte[] request = request(protocol, ipv6);
                send(line, request, new NativeLong(request.length), 0);
                receive(line, protocol, sink);
            } finally {
                close(line);
            }
        } catch (LastErrorException e) {
            throw new IOException("the kernel lists no sockets (sock_diag, error number " + e.getErrorCode() + ")", e);
        }
    }

    /** Transport protocols, by their numbers. */
    enum IpProtocol {
        TCP(6),
        UDP(17);

        private final int number;

        IpProtocol(int number) {
            this.number = number;
        }

        String label() {
            return this == TCP ? "tcp" : "udp";
        }
    }

    /** A {@code struct timeval}. */
    private static byte[] patience() {
        ByteBuffer time = ByteBuffer.allocate(2 * Native.LONG_SIZE).order(ByteOrder.nativeOrder());
        return (Native.LONG_SIZE == Long.BYTES ? time.putLong(PATIENCE) : time.putInt(PATIENCE)).array();
    }

    private static byte[] request(IpProtocol protocol, boolean ipv6) {
        int inet = 2;
        int inet6 = 10;
        int length = MESSAGE_HEADER + REQUEST;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.nativeOrder())
                .putInt(length)
                .putShort((short) SOCK_DIAG_BY_FAMILY)
                .putShort((short) REQUEST_AND_DUMP)
                .putLong(0) // sequence and sender
                .put((byte) (ipv6 ? inet6 : inet))
                .put((byte) protocol.number)
                .putShort((short) 0)
                .putInt(BUT_TIME_WAIT)
                .array();
    }

    private static void receive(int line, IpProtocol protocol, Consumer<HostSocket> sink) throws IOException {
        byte[] bytes = new byte[BUFFER];
        boolean more = true;
        while (more) {
            int received = recv(line, bytes, new NativeLong(bytes.length), 0).intValue();
            more = take(ByteBuffer.wrap(bytes, 0, received).order(ByteOrder.nativeOrder()), protocol, sink);
        }
    }

    /** Whether more is to come. */
    private static boolean take(ByteBuffer messages, IpProtocol protocol, Consumer<HostSocket> sink)
            throws IOException {
        while (messages.remaining() >= MESSAGE_HEADER) {
            int start = messages.position();
            int length = messages.getInt(start);
            int type = messages.getShort(start + Integer.BYTES);
            int error = type == NLMSG_DONE || type == NLMSG_ERROR ? -messages.getInt(start + MESSAGE_HEADER) : 0;
            if (error != 0) {
                throw new IOException("the kernel lists no sockets (sock_diag, error number " + error + ")");
            }
            if (type == NLMSG_DONE) {
                return false;
            }
            if (type == SOCK_DIAG_BY_FAMILY && length >= MESSAGE_HEADER + ENTRY) {
                HostSocket socket = entry(messages, start + MESSAGE_HEADER, protocol);
                if (socket.inode() != 0) { // or it is nobody's any more, as a connection that has just ended
                    sink.accept(socket);
                }
            }
            messages.position(Math.min(start + aligned(length), messages.limit()));
        }
        return true;
    }

    private static int aligned(int length) {
        return (length + 3) & ~3;
    }

    /** Family, state, timer, retransmissions, ports, addresses, ..., inode. */
    private static HostSocket entry(ByteBuffer entry, int at, IpProtocol protocol) {
        int inet = 2;
        byte[] local = new byte[entry.get(at) == inet ? 4 : 16];
        byte[] remote = new byte[local.length];
        entry.get(at + 8, local).get(at + 24, remote);
        int state = entry.get(at + 1);
        boolean waits = protocol == IpProtocol.TCP
                ? state == TCP_LISTEN
                : HostSocket.address(remote).isAnyLocalAddress();
        int port = Byte.toUnsignedInt(entry.get(at + 4)) * 256 + Byte.toUnsignedInt(entry.get(at + 5));
        return new HostSocket(
                protocol.label(),
                HostSocket.address(local),
                port,
                waits,
                Integer.toUnsignedLong(entry.getInt(at + 68)));
    }
}
