package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** One session after the other with a device, of whatever client. */
final class ClientLoop implements Runnable {
    private static final long CHANGE_LIMIT_MILLIS = 2_000;

    /** Out of so many sessions one is curl's, which takes a process each. */
    private static final int CURL_ONE_IN = 25;

    private static final boolean HAS_CURL = CurlClient.isHere();

    private final int number;
    private final Site site;
    private final Findings findings;
    private final SplittableRandom random;
    private final CountDownLatch stop;
    private final Client bare = new BareClient();
    private final Client library = new LibraryClient();
    private final Client curl;

    /** @param directory for files of clients that need some */
    ClientLoop(int number, Site site, Findings findings, SplittableRandom random, Path directory, CountDownLatch stop) {
        this.number = number;
        this.site = site;
        this.findings = findings;
        this.random = random;
        this.stop = stop;
        curl = new CurlClient(directory);
    }

    @Override
    public void run() {
        try {
            for (int session = 0; stop.getCount() > 0; session++) {
                visit(choice(), "c" + number + "-" + session + "-");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.fail("a client has a mistake: " + e + " at " + java.util.List.of(e.getStackTrace()));
        }
    }

    private Client choice() {
        int which = random.nextInt(CURL_ONE_IN);
        if (which == 0 && HAS_CURL) {
            return curl;
        }
        return which % 4 == 1 ? library : bare;
    }

    private void visit(Client client, String mine) throws InterruptedException {
        Visit visit = new Visit(site, findings, client.name());
        try {
            client.visit(visit, mine, random);
        } catch (IOException e) {
            visit.demand(visit.then().mute(), () -> "the session broke off: " + e);
            findings.count("sessions cut off");
        }
        findings.count("sessions, " + client.name());
        if (visit.then().mute()) {
            site.conditions().awaitChange(visit.then(), CHANGE_LIMIT_MILLIS);
        }
    }
}
