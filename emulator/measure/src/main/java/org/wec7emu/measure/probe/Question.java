package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.measure.probe.PlannedStep.Kind;

/** Something to find out. What it may do to the server is said before: {@link #steps}. */
abstract class Question {
    private final String about;
    private final List<String> keys;
    private final List<PlannedStep> steps = new ArrayList<>();

    /**
     * @param about for a person, such as {@code what is answered before login}
     * @param keys the profile's values that it may settle
     */
    Question(String about, String... keys) {
        this.about = about;
        this.keys = List.of(keys);
    }

    /** Declares that so many control connections may be opened, each ended by QUIT. */
    final void mayOpen(int sessions) {
        steps.add(new PlannedStep(Kind.SESSION, "", sessions));
    }

    /** Declares the lines of so many logins. */
    final void mayLogIn(int times) {
        maySend(times, "USER {user}", "PASS {password}");
        maySend(times, "QUIT");
    }

    /** Declares lines that may be sent so often each. */
    final void maySend(int times, String... templates) {
        for (String template : templates) {
            steps.add(PlannedStep.line(template, times));
        }
    }

    /** Declares transfers, each with a data connection in the mode that works. */
    final void mayTransfer(int times) {
        maySend(times, "PORT {here}", "EPRT {eprt}", "PASV", "EPSV");
        steps.add(new PlannedStep(Kind.PASSIVE, "", times));
    }

    /** Declares data. */
    final void maySendData(int times, String data) {
        steps.add(new PlannedStep(Kind.DATA, data, times));
    }

    final void mayLookAt(int port) {
        steps.add(PlannedStep.port(port));
    }

    final void mayConnectPassively(int times) {
        steps.add(new PlannedStep(Kind.PASSIVE, "", times));
    }

    final String about() {
        return about;
    }

    final List<String> keys() {
        return keys;
    }

    final List<PlannedStep> steps() {
        return List.copyOf(steps);
    }

    /** Asks. An exception leaves open whatever isn't answered by then. */
    abstract void ask(Interview interview) throws IOException;
}
