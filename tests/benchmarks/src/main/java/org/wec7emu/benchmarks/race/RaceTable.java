package org.wec7emu.benchmarks.race;

import static org.wec7emu.benchmarks.race.Contenders.CANNED;
import static org.wec7emu.benchmarks.race.Contenders.VSFTPD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The table of the race: a row a discipline, a column a server, each with its rate and, as a ratio, how vsftpd did. */
final class RaceTable {
    private static final String LABEL = "%-29s";
    private static final double MEBIBYTE = 1 << 20;

    private final Results results;
    private final List<String> servers;
    private final long bytes;

    /**
     * @param servers in the order of the columns
     * @param bytes of a transfer
     */
    RaceTable(Results results, List<String> servers, long bytes) {
        this.results = results;
        this.servers = List.copyOf(servers);
        this.bytes = bytes;
    }

    List<String> lines(Set<Discipline> disciplines) {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(String.format(LABEL, ""));
        servers.forEach(server -> head.append(String.format("%17s", server)));
        lines.add(head.toString());
        for (Discipline discipline : disciplines) {
            lines.add(row(discipline.label(bytes), server -> cell(discipline, server)));
            lines.add(row("  its CPU time, ms a " + discipline.thing(), server -> cost(discipline, server)));
            lines.add(row("  slowest to quickest round", server -> percent(results.spread(discipline, server))));
            if (discipline == Discipline.ASCII && disciplines.contains(Discipline.RETR)) {
                lines.add(row("  of its own TYPE I", server -> cell("", ownBinary(server))));
            }
        }
        lines.add(row("peak memory, MiB", this::memory));
        return lines;
    }

    private interface Cell {
        String of(String server);
    }

    private String row(String label, Cell cell) {
        StringBuilder row = new StringBuilder(String.format(LABEL, label));
        servers.forEach(server -> row.append(cell.of(server)));
        return row.toString().stripTrailing();
    }

    private String cell(Discipline discipline, String server) {
        double rate = results.rate(discipline, server);
        if (Double.isNaN(rate)) {
            return cell(server.equals(CANNED) && !discipline.countsSessions() ? "" : "none", Double.NaN);
        }
        return cell(number(rate), server.equals(VSFTPD) ? Double.NaN : results.ratio(discipline, server, VSFTPD));
    }

    private String cost(Discipline discipline, String server) {
        double cost = results.cost(discipline, server);
        return cell(
                Double.isNaN(cost) ? "" : String.format(Locale.ROOT, cost < 10 ? "%.2f" : "%.0f", cost), Double.NaN);
    }

    private String memory(String server) {
        double bytesUsed = results.memory(server);
        if (Double.isNaN(bytesUsed)) {
            return cell("", Double.NaN);
        }
        return cell(
                number(bytesUsed / MEBIBYTE), server.equals(VSFTPD) ? Double.NaN : bytesUsed / results.memory(VSFTPD));
    }

    private double ownBinary(String server) {
        return results.rate(Discipline.ASCII, server) / results.rate(Discipline.RETR, server);
    }

    private static String percent(double part) {
        return Double.isNaN(part)
                ? cell("", Double.NaN)
                : cell(String.format(Locale.ROOT, "%.0f %%", 100 * part), Double.NaN);
    }

    private static String cell(String value, double ratio) {
        return String.format("%11s %5s", value, Double.isNaN(ratio) ? "" : Goal.ratioText(ratio));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
