package org.wec7emu.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what a YAML parser complains about. */
final class BrokenYaml {
    /** Beginnings of the parser's words, and ours. */
    private static final String[][] PLAIN = {
        {"mapping values are not allowed here", "a ':' too many on this line; put text that holds ': ' in quotes"},
        {"found character '\\t", "a tab can't indent YAML; use blanks"},
        {"found unexpected end of stream", "a quote is opened and never closed"},
        {"could not find expected ':'", "a ':' is missing behind a key on this line or the one before"},
        {"expected <block end>", "this line is indented more or less than those it belongs to"},
        {"did not find expected", "this line is indented more or less than those it belongs to"},
        {"expected ',' or '}'", "a ',' or '}' is missing; put text that holds ',', '{' or '}' in quotes"},
        {"expected ',' or ']'", "a ',' or ']' is missing; put text that holds ',', '[' or ']' in quotes"},
        {"found unknown escape character", "an unknown escape in \"...\"; write paths in '...', where \\ is itself"},
        {"found undefined alias", "an alias (*name) can't stand in a profile; write the value out"},
    };

    private BrokenYaml() {}

    static ProfileException explain(JsonProcessingException e, String file) {
        Position at = position(e.getLocation(), file);
        String problem = e.getOriginalMessage();
        if (cause(e) instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            at = new Position(
                    file,
                    marked.getProblemMark().getLine() + 1,
                    marked.getProblemMark().getColumn() + 1);
            problem = marked.getProblem();
        }
        return new ProfileException(List.of(at + ": broken YAML: " + plain(problem)));
    }

    static Position position(@Nullable JsonLocation location, String file) {
        return location == null
                ? new Position(file, 1, 1)
                : new Position(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static Throwable cause(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && !(deepest instanceof MarkedYAMLException)) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String plain(@Nullable String problem) {
        if (problem == null || problem.isBlank()) {
            return "this can't be read";
        }
        String firstLine = problem.strip().lines().findFirst().orElse(problem);
        for (String[] pair : PLAIN) {
            if (firstLine.startsWith(pair[0])) {
                return pair[1];
            }
        }
        String quoted = Quoted.of(firstLine);
        return quoted.substring(1, quoted.length() - 1);
    }
}
