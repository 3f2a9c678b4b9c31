package org.wec7emu.firewall;

import java.util.ArrayList;
import java.util.List;

/** What changes between two rule sets, a line a change. */
final class TrafficWords {
    /** Lets nothing in. */
    static final RuleSet BLOCK_ALL =
            new RuleSet(Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));

    private TrafficWords() {}

    static RuleSet allowing(Traffic... traffic) {
        RuleSet rules = BLOCK_ALL;
        for (Traffic kind : traffic) {
            rules = rules.with(Rule.allow(rules.freeName(), kind));
        }
        return rules;
    }

    static List<String> words(RuleSet first, RuleSet second, TrafficSpan... apart) {
        return TrafficChanges.between(first, second, List.of(apart)).stream()
                .map(TrafficWords::words)
                .toList();
    }

    private static String words(TrafficChange change) {
        List<String> words = new ArrayList<>();
        words.add(change.direction() == Direction.INBOUND ? "in" : "out");
        words.add(change.traffic().protocolName());
        words.add(change.traffic().numbers());
        change.hosts().forEach(span -> words.add(span.text(change.direction())));
        words.add(change.passesInSecond() ? "passes" : "dropped");
        words.removeIf(String::isEmpty);
        return String.join(" ", words);
    }
}
