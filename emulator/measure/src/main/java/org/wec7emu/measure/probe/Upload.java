package org.wec7emu.measure.probe;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.DataConnection;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard.Reply;
import org.wec7emu.measure.probe.Notebook.Mode;
import org.wec7emu.measure.probe.PlannedStep.Kind;

/** An upload under way, in the mode that works. */
final class Upload implements Closeable {
    private final Interview interview;
    private final DataConnection data;
    private final Reply begun;

    private Upload(Interview interview, DataConnection data, Reply begun) {
        this.interview = interview;
        this.data = data;
        this.begun = begun;
    }

    /** A server that doesn't take an upload. */
    static final class RefusedException extends IOException {
        private final int code;

        RefusedException(Reply reply) {
            super("the upload is refused: " + reply.raw().strip());
            code = reply.code();
        }

        int code() {
            return code;
        }
    }

    /** @throws RefusedException when the server says no */
    static Upload begin(Interview it, String template, String... values) throws IOException {
        return it.notebook().mode() == Mode.ACTIVE ? active(it, template, values) : passive(it, template, values);
    }

    private static Upload active(Interview it, String template, String... values) throws IOException {
        try (ActivePort here = Transfer.listen(it)) {
            requirePreliminary(Transfer.arrangeActive(it, here), 2);
            Reply begun = requirePreliminary(it.ask(template, values), 1);
            DataConnection data = here.accept().orElseThrow(() -> new NoAnswerException("the server doesn't connect"));
            return new Upload(it, data, begun);
        }
    }

    private static Upload passive(Interview it, String template, String... values) throws IOException {
        Reply arranged = it.target().isIpv6() ? it.ask("EPSV") : it.ask("PASV");
        Optional<Endpoints.Named> named = Transfer.named(arranged);
        DataConnection data = Transfer.connect(
                it,
                named.orElseThrow(() -> new NoAnswerException("PASV is refused"))
                        .port());
        try {
            return new Upload(it, data, requirePreliminary(it.ask(template, values), 1));
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static Reply requirePreliminary(Reply reply, int digit) throws RefusedException {
        if (reply.code() / 100 != digit) {
            throw new RefusedException(reply);
        }
        return reply;
    }

    /** The reply with which it began. */
    Reply begun() {
        return begun;
    }

    void send(String bytes) throws IOException {
        interview.take(Kind.DATA, bytes);
        data.send(bytes);
    }

    /** Sends, whether or not the server has closed its end. */
    void sendIfTaken(String bytes) {
        try {
            send(bytes);
        } catch (IOException e) {
            interview.transcript().note("the server takes no more data: " + e.getMessage());
        }
    }

    void reset() throws IOException {
        data.reset();
    }

    /** Ends it in order. */
    @Override
    public void close() throws IOException {
        data.close();
    }

    void end() throws IOException {
        data.close();
    }
}
