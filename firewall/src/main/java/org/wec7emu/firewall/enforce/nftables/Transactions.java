package org.wec7emu.firewall.enforce.nftables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * Carries out what several threads want of the kernel in as few transactions as there can be, in the order in which it was
 * handed in. A transaction takes some milliseconds, however much is in it.
 */
final class Transactions {
    private final Commands commands;
    private final List<Request> waiting = new ArrayList<>();
    private boolean running;

    /** Runs commands as one transaction. */
    interface Commands {
        void run(String text) throws EnforcementException;
    }

    Transactions(Commands commands) {
        this.commands = commands;
    }

    /** Hands something in; it is carried out by {@link Request#await}, of this request or one handed in later. */
    synchronized Request handIn(String text) {
        Request request = new Request(text);
        waiting.add(request);
        return request;
    }

    /** Takes all that is waiting, once nobody else is at work; empty when it has been carried out meanwhile. */
    private synchronized List<Request> take(Request wanted) {
        boolean interrupted = false;
        while (running && !wanted.done) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // what is waited for takes milliseconds
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (wanted.done) {
            return List.of();
        }
        running = true;
        List<Request> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private synchronized void finish(List<Request> taken) {
        taken.forEach(request -> request.done = true);
        running = false;
        notifyAll();
    }

    private void carryOut(List<Request> taken) {
        StringBuilder all = new StringBuilder();
        taken.forEach(request -> all.append(request.text));
        EnforcementException refused = refusal(all.toString());
        for (Request request : taken) {
            // One that the kernel refuses is not to take the others with it.
            request.refusal = refused == null || taken.size() == 1 ? refused : refusal(request.text);
        }
    }

    private @Nullable EnforcementException refusal(String text) {
        try {
            commands.run(text);
            return null;
        } catch (EnforcementException e) {
            return e;
        }
    }

    /** What one device wants. */
    final class Request {
        private final String text;
        private @Nullable EnforcementException refusal;
        private boolean done;

        private Request(String text) {
            this.text = text;
        }

        /** @throws EnforcementException when it was refused; then nothing of it was carried out */
        void await() throws EnforcementException {
            List<Request> taken = take(this);
            if (!taken.isEmpty()) {
                try {
                    carryOut(taken);
                } finally {
                    finish(taken);
                }
            }
            EnforcementException why = refusal;
            if (why != null) {
                throw why;
            }
        }
    }
}
