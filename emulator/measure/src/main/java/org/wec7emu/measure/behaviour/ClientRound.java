package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.check.client.ClientCheck;
import org.wec7emu.check.client.ClientStartException;
import org.wec7emu.check.client.ClientTarget;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.check.client.FinishedClient;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.host.AddressText;
import org.wec7emu.measure.behaviour.Observation.Seen;
import org.wec7emu.measure.behaviour.Observation.Tone;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.measure.behaviour.Side.Remote;

/** What becomes of the user's own client: the verdict on a device of ours, how it ends with a server somewhere. */
final class ClientRound implements Round {
    private static final String WORKS = "works";
    private static final String FAILS = "fails";

    private final CommandTemplate client;
    private final Duration limit;
    private final boolean verdicts;

    /** @param verdicts whether both sides have one; where one hasn't, only success and failure are compared */
    ClientRound(CommandTemplate client, Duration limit, boolean verdicts) {
        this.client = client;
        this.limit = limit;
        this.verdicts = verdicts;
    }

    @Override
    public String name() {
        return "the client";
    }

    @Override
    public List<Behaviour> behaviours() {
        return List.of(behaviour());
    }

    private Behaviour behaviour() {
        return new Behaviour(Topic.CLIENT, String.join(" ", client.words()), "a run of it; see wec7emu check");
    }

    @Override
    public void ask(Side side, Findings findings) throws IOException {
        try {
            ClientCheck check = new ClientCheck(client, limit);
            findings.note(
                    behaviour(),
                    side instanceof Emulated emulated ? checked(check, emulated) : finished(check, (Remote) side));
        } catch (ClientStartException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the measurement was interrupted");
        }
    }

    private Seen checked(ClientCheck check, Emulated side)
            throws IOException, ClientStartException, InterruptedException {
        CheckedClient checked = check.against(
                Device.builder(side.delivered())
                        .state(side.image().state())
                        .clock(side.clock())
                        .portOffset(PortOffset.ANY_FREE),
                side.image(),
                (device, since) -> {});
        ClientVerdict verdict = checked.diagnosis().verdict();
        return new Seen(
                verdicts ? verdict.name() : verdict.works() ? WORKS : FAILS,
                verdict == ClientVerdict.WORKS ? verdict.name() : verdict.name() + " (" + verdict.meaning() + ")",
                verdict.works() ? Tone.GOOD : Tone.BAD,
                checked.diagnosis().cause(),
                checked.grounds().values());
    }

    private static Seen finished(ClientCheck check, Remote side)
            throws IOException, ClientStartException, InterruptedException {
        FinishedClient finished = check.against(new ClientTarget(
                side.name(),
                AddressText.of(side.control().getAddress()),
                side.control().getPort(),
                side.user(),
                side.password()));
        boolean content = finished.end().content();
        return new Seen(content ? WORKS : FAILS, finished.end().text(), content ? Tone.GOOD : Tone.BAD, "", List.of());
    }
}
