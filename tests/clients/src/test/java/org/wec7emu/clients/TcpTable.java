package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kernel's table of TCP sockets, of both IP versions, as proc(5) describes it. */
final class TcpTable {
    private static final List<Path> FILES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

    private TcpTable() {}

    /** States by their numbers in the kernel's table. */
    enum State {
        NONE,
        ESTABLISHED,
        SYN_SENT,
        SYN_RECEIVED,
        FIN_WAIT_1,
        FIN_WAIT_2,
        TIME_WAIT,
        CLOSED,
        CLOSE_WAIT,
        LAST_ACK,
        LISTEN,
        CLOSING,
        NEW_SYN_RECEIVED
    }

    /** One socket. {@code inode} is 0 when no process has it any more. */
    record Row(int localPort, int remotePort, State state, long inode) {
        private static Row parse(String line) {
            String[] columns = line.trim().split("\\s+");
            State state = State.values()[Integer.parseInt(columns[3], 16)];
            return new Row(port(columns[1]), port(columns[2]), state, Long.parseLong(columns[9]));
        }

        private static int port(String addressAndPort) {
            return Integer.parseInt(addressAndPort.substring(addressAndPort.indexOf(':') + 1), 16);
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : FILES) {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().skip(1).map(Row::parse).forEach(rows::add);
            }
        }
        return rows;
    }

    /** The state of the socket with these two ports. */
    static Optional<State> stateOf(int localPort, int remotePort) throws IOException {
        return rows().stream()
                .filter(row -> row.localPort() == localPort && row.remotePort() == remotePort)
                .map(Row::state)
                .findFirst();
    }
}
