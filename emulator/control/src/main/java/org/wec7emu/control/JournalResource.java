package org.wec7emu.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;
import org.wec7emu.journal.JournalFile;

/** The journal, part by part. */
final class JournalResource {
    private static final int USUAL_PART = 1_000;
    private static final int LARGEST_PART = 10_000;
    private static final int LONGEST_WAIT_SECONDS = 60;

    private static final Set<String> KINDS =
            kinds(DeviceEvent.class).map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    private final Journal journal;
    private final EventJson json;
    private final Limits limits;

    JournalResource(Journal journal, EventJson json, Limits limits) {
        this.journal = journal;
        this.json = json;
        this.limits = limits;
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses()).flatMap(JournalResource::kinds)
                : Stream.of(sealed);
    }

    /**
     * What of the journal was found.
     *
     * @param events as JSON
     * @param end number of the last event that was looked at
     * @param missed how many events after the one asked for are gone
     */
    private record Found(List<String> events, long end, long last, long missed) {}

    void page(Call call) throws Exception {
        long after = call.number("after", 0, 0, Long.MAX_VALUE);
        int limit = (int) call.number("limit", USUAL_PART, 1, LARGEST_PART);
        long wait = call.number("wait", 0, 0, LONGEST_WAIT_SECONDS);
        boolean lines = call.word("as", List.of("json", "jsonl")).equals("jsonl");
        Predicate<DeviceEvent> wanted = wanted(call);
        Found found = find(after, limit, wanted, lines);
        if (found.events().isEmpty() && wait > 0) {
            found = awaited(found, limit, wanted, lines, Duration.ofSeconds(wait));
        }
        if (lines) {
            call.answer(
                    200,
                    "application/jsonl",
                    found.events().stream().map(line -> line + "\n").collect(Collectors.joining()));
        } else {
            call.json("{\"events\":[" + String.join(",", found.events()) + "],\"next\":" + found.end() + ",\"last\":"
                    + found.last() + ",\"missed\":" + found.missed() + "}");
        }
    }

    private static Predicate<DeviceEvent> wanted(Call call) throws Problem {
        Optional<String> kinds = call.parameter("event");
        if (kinds.isEmpty()) {
            return event -> true;
        }
        Set<String> names =
                Set.copyOf(List.of(kinds.get().split(",")).stream().distinct().toList());
        for (String name : names) {
            if (!KINDS.contains(name)) {
                throw Problem.unusable(
                        "there is no event '" + name + "'",
                        "give some of " + KINDS.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return event -> names.contains(event.getClass().getSimpleName());
    }

    private Found find(long after, int limit, Predicate<DeviceEvent> wanted, boolean lines) {
        Journal.Part part = journal.after(after, Integer.MAX_VALUE);
        List<String> events = new ArrayList<>();
        long number = part.first() - 1;
        for (DeviceEvent event : part.events()) {
            if (events.size() == limit) {
                break;
            }
            number++;
            if (wanted.test(event)) {
                events.add(lines ? JournalFile.line(event) : json.of(number, event));
            }
        }
        return new Found(events, number, part.last(), Math.max(0, part.first() - 1 - after));
    }

    private Found awaited(Found empty, int limit, Predicate<DeviceEvent> wanted, boolean lines, Duration wait)
            throws Problem, InterruptedException {
        limits.beginToWait();
        try {
            long deadline = System.nanoTime() + wait.toNanos();
            Found found = empty;
            long missed = empty.missed();
            while (found.events().isEmpty()) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isNegative() || !journal.awaitAfter(found.end(), left)) {
                    break;
                }
                found = find(found.end(), limit, wanted, lines);
                missed += found.missed();
            }
            return new Found(found.events(), found.end(), found.last(), missed);
        } finally {
            limits.waited();
        }
    }
}
