package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.wec7emu.firewall.enforce.nftables.SocketDiag.IpProtocol;

/** The same list as {@link SocketDiag}'s as text, {@code /proc/net/tcp} and its kin, for kernels that have only that. Source: proc(5). */
final class ProcNet {
    private static final Path LISTS = Path.of("/proc/thread-self/net");
    private static final String TCP_LISTENS = "0A";
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ProcNet() {}

    /** @throws IOException when the list can't be read */
    static void list(IpProtocol protocol, boolean ipv6, Consumer<HostSocket> sink) throws IOException {
        for (String line : lines(protocol.label() + (ipv6 ? "6" : ""))) {
            String[] fields = line.strip().split("\\s+", -1);
            // Without an inode it is nobody's any more, as a connection that has just ended.
            if (fields.length > INODE && !fields[INODE].equals("0")) {
                sink.accept(socket(protocol, fields));
            }
        }
    }

    private static HostSocket socket(IpProtocol protocol, String... fields) {
        boolean waits = protocol == IpProtocol.TCP
                ? fields[STATE].equals(TCP_LISTENS)
                : address(fields[REMOTE]).isAnyLocalAddress();
        String local = fields[LOCAL];
        int port = Integer.parseInt(local.substring(local.indexOf(':') + 1), 16);
        return new HostSocket(protocol.label(), address(local), port, waits, Long.parseLong(fields[INODE]));
    }

    private static List<String> lines(String list) throws IOException {
        try {
            List<String> lines = Files.readAllLines(LISTS.resolve(list));
            return lines.subList(Math.min(1, lines.size()), lines.size());
        } catch (NoSuchFileException e) {
            return List.of(); // a kernel without IPv6
        }
    }

    /** The words of an address are printed in the machine's byte order. */
    private static InetAddress address(String end) {
        ByteBuffer printed = ByteBuffer.wrap(HexFormat.of().parseHex(end, 0, end.indexOf(':')))
                .order(ByteOrder.nativeOrder());
        ByteBuffer address = ByteBuffer.allocate(printed.capacity());
        while (printed.hasRemaining()) {
            address.putInt(printed.getInt());
        }
        return HostSocket.address(address.array());
    }
}
