package org.wec7emu.benchmarks.race;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param extent how much is measured
 * @param disciplines which
 * @param servers names of those that take part; empty for all
 */
record RaceOptions(RaceExtent extent, Set<Discipline> disciplines, List<String> servers) {
    static final String USAGE = "usage: ./bench race [--quick] [--servers NAME,...] [DISCIPLINE...]";

    /** @throws IllegalArgumentException when there is something else among them; the message says what */
    static RaceOptions parse(List<String> args) {
        RaceExtent extent = RaceExtent.FULL;
        Set<Discipline> disciplines = EnumSet.noneOf(Discipline.class);
        List<String> servers = List.of();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.equals("--quick")) {
                extent = RaceExtent.QUICK;
            } else if (arg.equals("--servers") && i + 1 < args.size()) {
                i++;
                servers = List.of(args.get(i).split(",", -1));
            } else {
                disciplines.add(discipline(arg));
            }
        }
        Set<Discipline> asked = disciplines.isEmpty() ? EnumSet.allOf(Discipline.class) : disciplines;
        return new RaceOptions(extent, Collections.unmodifiableSet(asked), servers);
    }

    private static Discipline discipline(String word) {
        for (Discipline discipline : Discipline.values()) {
            if (discipline.word().equals(word)) {
                return discipline;
            }
        }
        List<String> words =
                List.of(Discipline.values()).stream().map(Discipline::word).toList();
        throw new IllegalArgumentException(word + ": there is " + String.join(", ", words));
    }

    boolean takes(Contender contender) {
        return servers.isEmpty() || servers.contains(contender.name());
    }
}
