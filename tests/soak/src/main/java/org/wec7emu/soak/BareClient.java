package org.wec7emu.soak;

import java.io.IOException;
import java.util.SplittableRandom;
import org.wec7emu.measure.client.ControlConnection;
import org.wec7emu.measure.client.Heard;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.client.Transcript;

/** A client that sees each byte and each end of a connection, so that it is held to most. */
final class BareClient implements Client {
    private static final int MOST_ACTIONS = 5;

    @Override
    public String name() {
        return "bare client";
    }

    @Override
    public void visit(Visit visit, String mine, SplittableRandom random) throws IOException {
        Conditions.Now then = visit.then();
        try (ControlConnection control = ControlConnection.open(
                visit.site().server(), then.unreachable() ? Visit.SILENCE : Visit.PATIENCE, new Transcript())) {
            visit.comesFrom(control.port());
            visit.demand(!then.unreachable(), () -> "the connect was answered");
            if (isGreeted(visit, control)) {
                converse(new BareSession(visit, control), mine, random);
            }
        } catch (ReachException e) {
            visit.demand(
                    then.unreachable() && e.reach() == Reach.SILENT,
                    () -> "connecting, the client met " + e.reach() + ": " + e.getMessage());
            visit.count("connects without an answer");
        }
    }

    private static boolean isGreeted(Visit visit, ControlConnection control) throws IOException {
        Conditions.Now then = visit.then();
        Heard greeting = control.reply(then.mute() ? Visit.SILENCE : Visit.PATIENCE);
        if (then.mute()) {
            visit.demand(greeting instanceof Heard.Silence, () -> "a device that is mute said " + greeting);
            visit.count("waits for a greeting in vain");
            return false;
        }
        int code = greeting instanceof Heard.Reply reply ? reply.code() : 0;
        boolean full = then.has(org.wec7emu.fault.FaultKind.SESSION_LIMIT);
        visit.demand(code == (full ? 421 : 220), () -> "the greeting was " + greeting);
        if (code == 421) {
            visit.count("sessions refused with 421");
        }
        return code == 220;
    }

    private static void converse(BareSession session, String mine, SplittableRandom random) throws IOException {
        if (!session.logsIn()) {
            return;
        }
        int actions = random.nextInt(1, MOST_ACTIONS + 1);
        boolean goesOn = true;
        for (int i = 0; i < actions && goesOn && (session.isCertain() || random.nextBoolean()); i++) {
            goesOn = switch (random.nextInt(10)) {
                case 0, 1, 2 -> session.downloads(random);
                case 3, 4 -> session.triesPassive(random);
                case 5, 6 -> session.uploads(mine + i + ".bin", random);
                case 7 -> session.lists();
                case 8 -> session.breaksDownload();
                default -> session.breaksUpload(mine + i + ".bin", random);
            };
        }
        if (goesOn && random.nextInt(5) > 0) {
            session.quits();
        }
    }
}
