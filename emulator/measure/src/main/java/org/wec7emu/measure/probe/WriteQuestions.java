package org.wec7emu.measure.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions that write. All that they write is removed again. */
final class WriteQuestions {
    private WriteQuestions() {}

    /**
     * @param directory of the server, below which they write
     * @param slow longest wait for a timer; empty for none
     */
    static List<Question> all(String directory, Optional<Duration> slow) {
        List<Question> all = new ArrayList<>(List.of(
                new WrittenFiles(directory),
                new WrittenLetters(directory),
                new InterruptedUploads(directory),
                new VerbsThatWrite(directory),
                new AnonymousWrites(directory)));
        slow.ifPresent(most -> all.add(new StalledUpload(directory, most)));
        return all;
    }
}
