package org.wec7emu.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wec7emu.check.Hint.Confirmed;

/** Known clients, how they are recognised, and their way to active mode; from {@code hints.json}. Immutable. */
public final class Hints {
    private static final String FILE = "hints.json";
    /** The key of what to do where a rule of the device keeps it from the client. */
    private static final String BY_RULE = "ACTIVE_UNREACHABLE_BY_RULE";
    /** Those that active mode mends. */
    private static final Set<ClientVerdict> MENDED_BY_ACTIVE_MODE =
            Set.of(ClientVerdict.PASSIVE_BLOCKED, ClientVerdict.WORKS_AFTER_FALLBACK);

    private final List<KnownClient> clients;
    private final Map<String, String> advice;

    private Hints(List<KnownClient> clients, Map<String, String> advice) {
        this.clients = clients;
        this.advice = advice;
    }

    /**
     * A client or library.
     *
     * @param commandLine found in the command line, its words separated by blanks
     * @param output found in what it prints
     * @param active its way to active mode; empty when it has none
     */
    record KnownClient(
            String name, Pattern commandLine, Pattern output, String active, String source, Confirmed confirmed) {}

    /** Those that come with the emulator. */
    public static Hints bundled() {
        try (InputStream in = Hints.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the emulator's jar lacks " + FILE);
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the emulator's jar can't be read: " + FILE, e);
        }
    }

    private static Hints read(InputStream in) throws IOException {
        List<KnownClient> clients = new ArrayList<>();
        Map<String, String> advice = Map.of();
        try (JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                if (key.equals("clients")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        clients.add(client(strings(json)));
                    }
                } else {
                    json.nextToken();
                    advice = strings(json);
                }
            }
        }
        return new Hints(List.copyOf(clients), Map.copyOf(advice));
    }

    /** The members of an object that has begun. */
    private static Map<String, String> strings(JsonParser json) throws IOException {
        Map<String, String> members = new HashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            members.put(key, json.nextTextValue());
        }
        return members;
    }

    private static KnownClient client(Map<String, String> members) {
        return new KnownClient(
                members.getOrDefault("client", ""),
                Pattern.compile(members.getOrDefault("commandLine", "(?!)")),
                Pattern.compile(members.getOrDefault("output", "(?!)")),
                members.getOrDefault("active", ""),
                members.getOrDefault("source", ""),
                Confirmed.valueOf(
                        members.getOrDefault("confirmed", "unconfirmed").toUpperCase(Locale.ROOT)));
    }

    /** The names of those of which that is so. */
    public List<String> confirmed(Confirmed how) {
        return clients.stream()
                .filter(client -> client.confirmed() == how)
                .map(KnownClient::name)
                .toList();
    }

    List<KnownClient> clients() {
        return clients;
    }

    /** What to do about what was found, as {@link #of(ClientVerdict, List, String)}. */
    public Hint of(Diagnosis diagnosis, List<String> commandLine, String output) {
        boolean ownDoing = diagnosis.verdict() == ClientVerdict.ACTIVE_UNREACHABLE
                && !diagnosis.rule().isEmpty();
        return ownDoing
                ? Hint.general(advice.getOrDefault(BY_RULE, "").replace("{rule}", diagnosis.rule()))
                : of(diagnosis.verdict(), commandLine, output);
    }

    /**
     * What to do about a verdict. A client is recognised by what it prints, or else by its command line.
     *
     * @param commandLine its words
     * @param output what it printed last
     */
    public Hint of(ClientVerdict verdict, List<String> commandLine, String output) {
        String general = advice.getOrDefault(verdict.name(), "");
        String line = String.join(" ", commandLine);
        if (MENDED_BY_ACTIVE_MODE.contains(verdict)) {
            return recognised(line, output)
                    .map(client ->
                            new Hint(general, client.name(), client.active(), client.source(), client.confirmed()))
                    .orElse(Hint.general(general));
        }
        return Hint.general(general);
    }

    private Optional<KnownClient> recognised(String line, String output) {
        return clients.stream()
                .filter(client -> client.output().matcher(output).find())
                .findFirst()
                .or(() -> clients.stream()
                        .filter(client -> client.commandLine().matcher(line).find())
                        .findFirst());
    }
}
