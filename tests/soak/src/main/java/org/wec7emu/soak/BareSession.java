package org.wec7emu.soak;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.wec7emu.measure.client.ActivePort;
import org.wec7emu.measure.client.ControlConnection;
import org.wec7emu.measure.client.DataConnection;
import org.wec7emu.measure.client.DataConnection.Received;
import org.wec7emu.measure.client.Endpoints;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.client.Transcript;

/** What a bare client does when it is connected. Each action says whether the session goes on. */
final class BareSession {
    /** For a passive connect: a rule may drop it that was entered a moment ago. */
    private static final Duration CONNECT = Duration.ofSeconds(8);

    private static final int MOST = 4_000_000;
    private static final int PIECE = 10_000;
    private static final int[] SIZES = {0, 1, 4_097, 70_000, 400_000};

    private final Visit visit;
    private final Site site;
    private final ControlConnection control;
    private final Transcript transcript = new Transcript();

    BareSession(Visit visit, ControlConnection control) {
        this.visit = visit;
        this.control = control;
        site = visit.site();
    }

    /** Whether nothing has changed since it began. */
    boolean isCertain() {
        return visit.held();
    }

    /** The code of the reply; 0 for silence or the end, which is a failure where nothing changed. */
    private int reply(String to) throws IOException {
        Heard heard = control.reply();
        if (heard instanceof Heard.Reply reply) {
            return reply.code();
        }
        visit.demand(false, () -> to + " was answered by " + heard);
        return 0;
    }

    private int ask(String line) throws IOException {
        control.send(line);
        return reply(line);
    }

    private boolean expect(String line, int code) throws IOException {
        int answer = ask(line);
        visit.demand(answer == code || answer == 0, () -> line + " was answered by " + answer);
        return answer == code;
    }

    boolean logsIn() throws IOException {
        return expect("USER " + site.device().user(), 331)
                && expect("PASS " + site.device().password(), 230)
                && expect("TYPE I", 200);
    }

    void quits() throws IOException {
        expect("QUIT", 221);
        visit.count("sessions with QUIT");
    }

    boolean downloads(SplittableRandom random) throws IOException {
        List<Content> files = site.shelf().fixed();
        return downloads(files.get(random.nextInt(files.size())), random.nextBoolean());
    }

    private boolean downloads(Content content, boolean extended) throws IOException {
        try (ActivePort port = ActivePort.open(control.address(), Visit.PATIENCE, transcript)) {
            if (!expect(extended ? port.eprtCommand() : port.portCommand(), 200)) {
                return false;
            }
            int first = ask("RETR " + content.name());
            if (first != 150) {
                return isRefused("RETR " + content.name(), first);
            }
            Optional<DataConnection> opened = port.accept();
            if (opened.isEmpty()) {
                visit.demand(false, () -> "after 150 nobody dialled");
                return false;
            }
            try (DataConnection data = opened.get()) {
                return received(content, data);
            }
        }
    }

    private boolean received(Content content, DataConnection data) throws IOException {
        Received received = data.receive(MOST);
        int last = reply("the end of RETR");
        if (last == 226) {
            visit.downloaded(content, Content.ofText(received.bytes()));
        }
        visit.demand(
                last == 226 || last == 0 || !visit.then().reads(),
                () -> "RETR " + content.name() + " ended with " + last + " after "
                        + received.bytes().length() + " bytes, " + received.ending());
        return last != 0;
    }

    private boolean isRefused(String line, int code) {
        visit.demand(code == 0 || !visit.then().reads(), () -> line + " was answered by " + code);
        visit.count("transfers refused");
        return code != 0;
    }

    /** Passive mode, and where that gets no answer active mode, as some clients do. */
    boolean triesPassive(SplittableRandom random) throws IOException {
        boolean extended = random.nextBoolean();
        control.send(extended ? "EPSV" : "PASV");
        if (!(control.reply() instanceof Heard.Reply reply)) {
            visit.demand(false, () -> "PASV got no reply");
            return false;
        }
        Optional<Endpoints.Named> named =
                extended ? Endpoints.extendedPassive(reply.text()) : Endpoints.passive(reply.text());
        if (named.isEmpty()) {
            visit.demand(false, () -> "PASV was answered by " + reply);
            return true;
        }
        InetSocketAddress port =
                new InetSocketAddress(site.device().host(), named.get().port());
        boolean open = visit.then().passive();
        List<Content> files = site.shelf().fixed();
        Content content = files.get(random.nextInt(files.size()));
        try (DataConnection data =
                DataConnection.open(port, open ? CONNECT : Visit.SILENCE, Visit.PATIENCE, transcript)) {
            visit.demand(open, () -> "the passive port " + port.getPort() + " answered, which the firewall drops");
            visit.count("passive connects that stand");
            int first = ask("RETR " + content.name());
            boolean begins = first == 125 || first == 150;
            return begins ? received(content, data) : isRefused("RETR " + content.name(), first);
        } catch (ReachException e) {
            visit.demand(
                    !open && e.reach() == Reach.SILENT,
                    () -> "the passive port " + port.getPort() + " was " + e.reach() + ", firewall "
                            + (open ? "open" : "dropping"));
            visit.count("passive connects dropped");
            return downloads(content, extended);
        }
    }

    boolean lists() throws IOException {
        try (ActivePort port = ActivePort.open(control.address(), Visit.PATIENCE, transcript)) {
            if (!expect(port.portCommand(), 200)) {
                return false;
            }
            int first = ask("NLST");
            if (first != 150) {
                return isRefused("NLST", first);
            }
            Optional<DataConnection> opened = port.accept();
            if (opened.isEmpty()) {
                visit.demand(false, () -> "after 150 nobody dialled");
                return false;
            }
            try (DataConnection data = opened.get()) {
                List<String> names = data.receive(MOST).bytes().lines().toList();
                int last = reply("the end of NLST");
                boolean all = site.shelf().fixed().stream().map(Content::name).allMatch(names::contains);
                visit.demand(
                        last == 0 || !visit.then().reads() || (last == 226 && all),
                        () -> "NLST ended with " + last + " and named " + names);
                visit.count("listings");
                return last != 0;
            }
        }
    }

    /** Stores a file, and mostly fetches and removes it. */
    boolean uploads(String name, SplittableRandom random) throws IOException {
        Content content = site.shelf().content(name, SIZES[random.nextInt(SIZES.length)]);
        if (!stores(content, content.size(), false)) {
            return false;
        }
        if (!site.shelf().has(content) || random.nextInt(8) == 0) {
            return true;
        }
        if (!downloads(content, random.nextBoolean())) {
            return false;
        }
        return removes(content);
    }

    /** An upload that broke off before its file was made left none. */
    private boolean removes(Content content) throws IOException {
        boolean must = site.shelf().has(content) && visit.then().reads();
        site.shelf().begin(content);
        int answer = ask("DELE " + content.name());
        if (answer == 250) {
            visit.removed(content);
        }
        visit.demand(answer == 250 || answer == 0 || !must, () -> "DELE was answered by " + answer);
        return answer != 0;
    }

    /** @param breaks whether the client resets the data connection when it has sent that much */
    private boolean stores(Content content, int sent, boolean breaks) throws IOException {
        try (ActivePort port = ActivePort.open(control.address(), Visit.PATIENCE, transcript)) {
            if (!expect(port.portCommand(), 200)) {
                return false;
            }
            site.shelf().begin(content);
            int first = ask("STOR " + content.name());
            if (first != 150) {
                visit.demand(first == 0 || !visit.then().writes(), () -> "STOR was answered by " + first);
                return first != 0;
            }
            Optional<DataConnection> opened = port.accept();
            if (opened.isEmpty()) {
                visit.demand(false, () -> "after 150 nobody dialled");
                return false;
            }
            boolean took;
            try (DataConnection data = opened.get()) {
                took = sends(data, content, sent);
                if (breaks) {
                    data.reset();
                }
            }
            return breaks ? goesOnAfterBreak() : stored(content, took);
        }
    }

    private static boolean sends(DataConnection data, Content content, int count) {
        try {
            data.send(new String(content.bytes(), 0, count, java.nio.charset.StandardCharsets.ISO_8859_1));
            data.endOutput();
            return true;
        } catch (IOException e) {
            return false; // a full card, for one: the reply tells
        }
    }

    private boolean stored(Content content, boolean took) throws IOException {
        int last = reply("the end of STOR");
        if (last == 226) {
            visit.uploaded(content);
        }
        visit.demand(
                last == 0 || !visit.then().writes() || (last == 226 && took),
                () -> "STOR " + content.name() + " ended with " + last + (took ? "" : ", and took not all"));
        return last != 0;
    }

    boolean breaksDownload() throws IOException {
        List<Content> files = site.shelf().fixed();
        try (ActivePort port = ActivePort.open(control.address(), Visit.PATIENCE, transcript)) {
            if (!expect(port.portCommand(), 200)) {
                return false;
            }
            int first = ask("RETR " + files.get(files.size() - 1).name());
            if (first != 150) {
                return isRefused("RETR", first);
            }
            Optional<DataConnection> opened = port.accept();
            if (opened.isEmpty()) {
                visit.demand(false, () -> "after 150 nobody dialled");
                return false;
            }
            try (DataConnection data = opened.get()) {
                data.receive(PIECE);
                data.reset();
            }
            return goesOnAfterBreak();
        }
    }

    boolean breaksUpload(String name, SplittableRandom random) throws IOException {
        Content content = site.shelf().content(name, SIZES[SIZES.length - 1]);
        return stores(content, random.nextInt(content.size()), true) && removes(content);
    }

    /** Some reply ends the transfer, and the session can be used. */
    private boolean goesOnAfterBreak() throws IOException {
        visit.count("data connections reset by the client");
        return reply("a reset of the data connection") != 0 && expect("PWD", 257);
    }
}
