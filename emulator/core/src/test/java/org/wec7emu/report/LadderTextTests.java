package org.wec7emu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.journal.DeviceEvent;

/** A ladder as text. */
class LadderTextTests {
    static List<List<DeviceEvent>> journals() {
        return SampleJournals.all();
    }

    private static String text(List<DeviceEvent> events) {
        return LadderText.of(Ladders.of(events).get(0));
    }

    @Test
    void aDroppedConnectStopsAtTheFirewall() {
        assertThat(text(SampleJournals.passive())).isEqualTo("""
                        Session 1, client 192.0.2.7, N = 4242, P = 49152
                        device CX8100_WEC7_LF_v604h_TC31_B4022.20, state ftp-ready
                          seconds  N     N+1      #    20    21    P  N, N+1: client   # firewall on   20, 21, P: device
                            0.000  |------------------------>|     |  connects to port 21
                            0.250  |<------------------------|     |  220 Service ready for new user.
                            0.500  |------------------------>|     |  PASV
                            0.750  |     |        #    |     |     *  listens on port 49152
                            1.000  |<------------------------|     |  227 Entering Passive Mode (192,0,2,1,192,0).
                            1.250  |     |-------X#    |     |     |  connects to port 49152, 3 times
                                                                      DROPPED by the firewall: no rule allows it, so rule
                                                                      BlockAllRule blocks it
                            1.500  |     |        #    |     *     |  closed by the client, without QUIT
                        """);
    }

    @Test
    void aDialThatGetsLostStopsAtTheClientsWall() {
        assertThat(text(SampleJournals.behindNat()))
                .contains(
                        "    1.750  |     |    #X-------|     |     |  connects from port 20 to 4243\n",
                        "    2.000  |     |    #   #    *     |     |  no answer from port 4243 in 15.000 s\n");
    }

    @Test
    void aDialThatTheDevicesOwnFirewallDropsStopsAtItsWall() {
        assertThat(text(SampleJournals.keptIn()))
                .contains(
                        "    1.750  |     |        #X---|     |     |  connects from port 20 to 4243\n",
                        "DROPPED by the firewall: rule rule30: Block any\n");
    }

    @Test
    void aRefusedDialGetsToTheClient() {
        assertThat(text(SampleJournals.refused()))
                .contains("    1.750  |     |X------------|     |     |  connects from port 20 to 4243\n");
    }

    @ParameterizedTest
    @MethodSource("journals")
    void fitsATerminalAndMovesNoCursor(List<DeviceEvent> events) {
        for (Ladder ladder : Ladders.of(events)) {
            assertThat(LadderText.of(ladder).lines()).allSatisfy(line -> {
                assertThat(Cells.count(line)).isLessThanOrEqualTo(LadderText.COLUMNS);
                assertThat(line).doesNotContainPattern("[\\p{Cntrl}\u202E\u2028]");
            });
        }
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        assertThat(Cells.visible("a\u001B[2J\u202Eb\u0000")).isEqualTo("a\\u001B[2J\\u202Eb\\u0000");
    }

    @Test
    void aReplyOfSeveralLinesKeepsThem() {
        assertThat(Cells.lines("214-first\r\n214-second\r\n214 third", 55, 12))
                .containsExactly("214-first", "214-second", "214 third");
    }

    @Test
    void aLongLineIsBrokenWhereItMayBe() {
        assertThat(Cells.lines("device CX8100_WEC7_LF_v604h_TC31", 20, 12))
                .containsExactly("device CX8100_WEC7_", "LF_v604h_TC31");
        assertThat(Cells.lines("xxxxxxxxxx", 4, 12)).containsExactly("xxxx", "xxxx", "xx");
        assertThat(Cells.lines("\u4E2D\u4E2D\u4E2D", 4, 12)).containsExactly("\u4E2D\u4E2D", "\u4E2D");
        assertThat(Cells.lines("a b c d", 1, 3)).containsExactly("a", "b", "...");
    }
}
