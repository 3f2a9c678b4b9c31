package org.wec7emu.measure.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.DataConnection;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.probe.Notebook.Mode;
import org.wec7emu.measure.probe.PlannedStep.Kind;

/**
 * How a download or listing went.
 *
 * @param mode how the data connection was to come about
 * @param arranged the reply to PORT or PASV
 * @param reach what the passive port was to the client; open where the server connected
 * @param first the reply to the command, if it was sent
 * @param data what came, one character a byte; empty when no data connection came about
 * @param port the server's port of the data connection; 0 when there was none
 * @param last the reply at the end, if the first was a preliminary one
 */
record Transfer(
        Mode mode,
        Reply arranged,
        Reach reach,
        @Nullable Reply first,
        Optional<String> data,
        int port,
        @Nullable Reply last) {
    private static final int MOST_BYTES = 256 * 1024;

    boolean isComplete() {
        return data.isPresent() && last != null && last.code() / 100 == 2;
    }

    /** In the mode that works. */
    static Transfer of(Interview interview, String template, String... values) throws IOException {
        return of(interview, interview.notebook().mode(), template, values);
    }

    static Transfer of(Interview interview, Mode mode, String template, String... values) throws IOException {
        return mode == Mode.ACTIVE ? active(interview, template, values) : passive(interview, template, values);
    }

    private static Transfer active(Interview interview, String template, String... values) throws IOException {
        try (ActivePort here = listen(interview)) {
            Reply arranged = arrangeActive(interview, here);
            if (arranged.code() / 100 != 2) {
                return new Transfer(Mode.ACTIVE, arranged, Reach.CLOSED, null, Optional.empty(), 0, null);
            }
            Reply first = interview.ask(template, values);
            if (first.code() / 100 != 1) {
                return new Transfer(Mode.ACTIVE, arranged, Reach.OPEN, first, Optional.empty(), 0, null);
            }
            Optional<DataConnection> accepted = here.accept();
            if (accepted.isEmpty()) {
                return new Transfer(Mode.ACTIVE, arranged, Reach.SILENT, first, Optional.empty(), 0, late(interview));
            }
            String bytes;
            int port;
            try (DataConnection data = accepted.get()) {
                bytes = data.receive(MOST_BYTES).bytes();
                port = data.remote().getPort();
            } // a server may wait for the client's end before it says that all is done
            return new Transfer(Mode.ACTIVE, arranged, Reach.OPEN, first, Optional.of(bytes), port, interview.next());
        }
    }

    private static @Nullable Reply late(Interview interview) throws IOException {
        Heard heard = interview.next(interview.settings().quiet());
        return heard instanceof Reply reply ? reply : null;
    }

    static ActivePort listen(Interview interview) throws IOException {
        InetAddress own = interview.control().address();
        return ActivePort.open(own, interview.settings().patience(), interview.transcript());
    }

    /** Sends PORT, or EPRT over IPv6. */
    static Reply arrangeActive(Interview interview, ActivePort here) throws IOException {
        return arrangeActive(interview, here.endpoint());
    }

    static Reply arrangeActive(Interview interview, InetSocketAddress endpoint) throws IOException {
        return interview.target().isIpv6()
                ? interview.ask("EPRT {eprt}", Endpoints.extended(endpoint.getAddress(), endpoint.getPort()))
                : interview.ask("PORT {here}", Endpoints.port(endpoint.getAddress(), endpoint.getPort()));
    }

    private static Transfer passive(Interview interview, String template, String... values) throws IOException {
        Reply arranged = interview.target().isIpv6() ? interview.ask("EPSV") : interview.ask("PASV");
        Optional<Endpoints.Named> named = named(arranged);
        if (named.isEmpty()) {
            return new Transfer(Mode.PASSIVE, arranged, Reach.CLOSED, null, Optional.empty(), 0, null);
        }
        int port = named.get().port();
        Reply first;
        String bytes;
        try (DataConnection data = connect(interview, port)) {
            first = interview.ask(template, values);
            if (first.code() / 100 != 1) {
                return new Transfer(Mode.PASSIVE, arranged, Reach.OPEN, first, Optional.empty(), port, null);
            }
            bytes = data.receive(MOST_BYTES).bytes();
        } catch (ReachException e) {
            return new Transfer(Mode.PASSIVE, arranged, e.reach(), null, Optional.empty(), port, null);
        }
        return new Transfer(Mode.PASSIVE, arranged, Reach.OPEN, first, Optional.of(bytes), port, interview.next());
    }

    /** Connects to a port that the server has named, at the address of the control connection. */
    static DataConnection connect(Interview interview, int port) throws IOException {
        interview.take(Kind.PASSIVE, "");
        InetAddress server = interview.target().control().getAddress();
        return DataConnection.open(
                new InetSocketAddress(server, port),
                interview.settings().quiet(),
                interview.settings().patience(),
                interview.transcript());
    }

    /** What a reply to PASV or EPSV names. */
    static Optional<Endpoints.Named> named(Reply reply) {
        return switch (reply.code()) {
            case 227 -> Endpoints.passive(reply.text());
            case 229 -> Endpoints.extendedPassive(reply.text());
            default -> Optional.empty();
        };
    }
}
