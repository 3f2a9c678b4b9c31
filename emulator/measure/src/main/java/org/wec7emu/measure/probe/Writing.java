package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import org.wec7emu.measure.client.Heard.Reply;

/** A question that writes, in a directory of its own, {@value #PLACE}, which it makes, enters, and removes again with all that is in it. */
abstract class Writing extends Question {
    /** Made below the directory that was named. */
    static final String PLACE = "wec7emu-Probe";

    static final String INNER = "Inner";
    static final String FILE = "a.txt";
    static final String OTHER = "b.txt";
    /** With a line feed alone and one behind a carriage return. */
    static final String TEXT = "a\nb\r\n";

    private final String directory;
    private final List<String> files;

    /**
     * @param directory of the server, where the place is made
     * @param files that it may make in the place, and that are removed
     */
    Writing(String about, String directory, List<String> files, String... keys) {
        super(about, keys);
        this.directory = directory;
        this.files = files;
        maySend(2, "CWD " + directory, "CWD " + PLACE);
        maySend(1, "MKD " + PLACE, "RMD " + PLACE);
        maySend(files.size(), "DELE {name}");
    }

    /** Does it in the place. */
    abstract void inPlace(Interview it) throws IOException;

    /** @param made the reply to MKD */
    void made(Interview it, Reply made) {}

    /** Removes from the place what else was made there. */
    void removeRest(Interview it) throws IOException {}

    @Override
    final void ask(Interview it) throws IOException {
        it.logIn();
        if (it.ask("CWD " + directory).code() / 100 != 2) {
            throw new NoAnswerException("there is no directory " + directory + " to write in");
        }
        Reply made = it.ask("MKD " + PLACE);
        if (made.code() / 100 != 2) {
            throw new NoAnswerException("no directory " + PLACE + " can be made in " + directory + ": "
                    + made.raw().strip());
        }
        try {
            made(it, made);
            enter(it);
            inPlace(it);
        } finally {
            boolean interrupted = Thread.interrupted(); // what was made is removed all the same
            try {
                clear(it);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static void enter(Interview it) throws IOException {
        if (it.ask("CWD " + PLACE).code() / 100 != 2) {
            throw new NoAnswerException("the directory that was made can't be entered");
        }
    }

    /** In a session of its own, as the last one may be in any state; and nowhere but in the place. */
    private void clear(Interview it) throws IOException {
        boolean cleared = false;
        try {
            it.logIn();
            if (it.ask("CWD " + directory).code() / 100 == 2) {
                enter(it);
                for (String file : files) {
                    it.ask("DELE {name}", file);
                }
                removeRest(it);
                it.ask("CDUP");
                cleared = it.ask("RMD " + PLACE).code() / 100 == 2;
            }
            it.quit();
        } finally {
            if (!cleared) {
                it.answers().remark("left behind", PLACE + " in " + directory + "; remove it by hand");
            }
        }
    }
}
