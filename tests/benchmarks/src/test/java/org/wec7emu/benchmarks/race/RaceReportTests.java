package org.wec7emu.benchmarks.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the race prints of what it measured. */
class RaceReportTests {
    private static final long GIBIBYTE = 1L << 30;

    private final Results results = new Results();

    private static Sample rate(double rate) {
        return new Sample(rate, 1, 0);
    }

    private List<String> table(Discipline... disciplines) {
        EnumSet<Discipline> set = EnumSet.noneOf(Discipline.class);
        set.addAll(List.of(disciplines));
        return new RaceTable(results, List.of("vsftpd", "wec7emu"), GIBIBYTE).lines(set);
    }

    @Test
    void aRateIsTheMedianOfItsRounds() {
        for (double rate : new double[] {900, 100, 300}) {
            results.add(Discipline.RETR, "wec7emu", rate(rate));
        }

        assertThat(results.rate(Discipline.RETR, "wec7emu")).isEqualTo(300);
    }

    @Test
    void aRateStandsBesideItsRatioToThatOfVsftpd() {
        results.add(Discipline.RETR, "vsftpd", rate(2_000));
        results.add(Discipline.RETR, "wec7emu", rate(2_500));

        assertThat(table(Discipline.RETR))
                .anyMatch(line -> line.matches("RETR 1 GiB, TYPE I, MB/s +2,000 +2,500 +1\\.25"));
    }

    @Test
    void typeAIsComparedToItsOwnTypeI() {
        results.add(Discipline.RETR, "wec7emu", rate(2_000));
        results.add(Discipline.ASCII, "wec7emu", rate(1_800));

        assertThat(table(Discipline.RETR, Discipline.ASCII))
                .anyMatch(line -> line.matches("  of its own TYPE I +0\\.90"));
    }

    @Test
    void aServerThatFailedInADisciplineHasNoRateThere() {
        results.add(Discipline.STOR, "vsftpd", rate(2_000));
        results.add(Discipline.STOR, "wec7emu", rate(2_000));
        results.forget(Discipline.STOR, "wec7emu");

        assertThat(table(Discipline.STOR)).anyMatch(line -> line.matches("STOR .* 2,000 +none"));
    }

    @Test
    void cpuTimeIsThatOfOneUnit() {
        results.add(Discipline.LIST, "wec7emu", new Sample(20, 5, 0.2));

        assertThat(table(Discipline.LIST)).anyMatch(line -> line.matches("  its CPU time, ms a listing +40"));
    }

    @Test
    void memoryIsInMebibytes() {
        results.memory("vsftpd", 10 << 20);
        results.memory("wec7emu", 150 << 20);

        assertThat(table()).anyMatch(line -> line.matches("peak memory, MiB +10\\.0 +150 15\\.00"));
    }

    @Test
    void aGoalIsReachedOrMissed() {
        results.add(Discipline.RETR, "vsftpd", rate(2_000));
        results.add(Discipline.RETR, "wec7emu", rate(2_000));
        results.add(Discipline.LIST, "vsftpd", rate(50));
        results.add(Discipline.LIST, "wec7emu", rate(49.9));

        List<String> lines =
                Goal.lines(results, List.of("wec7emu"), EnumSet.of(Discipline.RETR, Discipline.LIST), GIBIBYTE);

        assertThat(lines)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("reached  RETR 1 GiB") && line.contains("1.00 of vsftpd, goal 1.0"))
                .anyMatch(line -> line.startsWith("MISSED   LIST") && line.contains("0.99 of vsftpd, goal 1.0"));
    }

    @Test
    void nothingIsSaidOfAGoalThatWasNotMeasured() {
        assertThat(Goal.lines(results, List.of("wec7emu"), EnumSet.allOf(Discipline.class), GIBIBYTE))
                .isEmpty();
    }

    @Test
    void disciplinesAndServersCanBeChosen() {
        RaceOptions options =
                RaceOptions.parse(List.of("--quick", "--servers", "vsftpd,wec7emu", "list", "one-client"));

        assertThat(options.extent()).isEqualTo(RaceExtent.QUICK);
        assertThat(options.servers()).containsExactly("vsftpd", "wec7emu");
        assertThat(options.disciplines()).containsExactly(Discipline.LIST, Discipline.ONE_CLIENT);
    }

    @Test
    void anUnknownDisciplineIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> RaceOptions.parse(List.of("marathon")))
                .hasMessage("marathon: there is retr, stor, ascii, list, one-client, crowd");
    }
}
