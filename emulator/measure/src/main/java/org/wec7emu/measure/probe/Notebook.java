package org.wec7emu.measure.probe;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.measure.probe.ProbeTarget.Login;

/** What one question leaves for the next ones. */
final class Notebook {
    private final Answers answers = new Answers();
    private final Transcript transcript;
    private InetAddress client = InetAddress.getLoopbackAddress();
    private @Nullable Login login;
    private Optional<Mode> mode = Optional.empty();
    private Listing listing = new Listing(List.of());
    private Map<Integer, Reach> ports = Map.of();
    private Optional<Reach> passiveReach = Optional.empty();
    private final List<Integer> passivePorts = new ArrayList<>();

    /** How data connections come about. */
    enum Mode {
        ACTIVE,
        PASSIVE
    }

    Notebook(Transcript transcript) {
        this.transcript = transcript;
    }

    Answers answers() {
        return answers;
    }

    Transcript transcript() {
        return transcript;
    }

    void askedFrom(InetAddress address) {
        client = address;
    }

    /** The client's address. */
    InetAddress client() {
        return client;
    }

    void letIn(Login accepted) {
        login = accepted;
    }

    boolean wasLetIn() {
        return login != null;
    }

    /** The user that was let in. */
    Login login() throws NoAnswerException {
        if (login == null) {
            throw new NoAnswerException("no user was let in");
        }
        return login;
    }

    /** The mode in which transfers work. */
    Mode mode() throws NoAnswerException {
        return mode.orElseThrow(() -> new NoAnswerException("no data connection comes about"));
    }

    void works(Mode working) {
        mode = mode.isPresent() ? mode : Optional.of(working);
    }

    Listing listing() {
        return listing;
    }

    void listing(Listing seen) {
        listing = seen;
    }

    void saw(Map<Integer, Reach> seen) {
        ports = seen;
    }

    /** What ports were that were looked at. */
    Map<Integer, Reach> ports() {
        return ports;
    }

    void passiveReach(Reach seen) {
        passiveReach = Optional.of(seen);
    }

    /** What a port was that PASV had named. */
    Optional<Reach> passiveReach() {
        return passiveReach;
    }

    List<Integer> passivePorts() {
        return passivePorts;
    }
}
