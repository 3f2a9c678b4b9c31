package org.wec7emu.measure.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verbs by the code of the reply that each got. */
final class VerbCodes {
    private final Map<Integer, List<String>> verbs = new TreeMap<>();

    void add(String verb, int code) {
        verbs.computeIfAbsent(code, first -> new ArrayList<>()).add(verb);
    }

    /** As in "250 to XCUP; 500 to ABOR ACCT". */
    String words() {
        List<String> words = new ArrayList<>();
        verbs.forEach((code, names) -> words.add(code + " to " + String.join(" ", names)));
        return String.join("; ", words);
    }
}
