package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ClockTests {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 12, 30);

    @Test
    void tellsHowFarTheServersClockIsFromTheClients() {
        assertThat(seen("11-24-26  12:29                    5 a.txt\r\n")).isEqualTo("that of the client");
        assertThat(seen("11-24-26  11:30                    5 a.txt\r\n")).isEqualTo("60 minutes behind the client's");
        assertThat(seen("11-24-26  13:30                    5 a.txt\r\n"))
                .isEqualTo("60 minutes ahead of the client's");
        assertThat(seen("00-00-26  13:30                    5 a.txt\r\n")).startsWith("no time: ");
        assertThat(seen("11-24-26  12:29                    5 b.txt\r\n")).isNull();
    }

    private static String seen(String listing) {
        Answers answers = new Answers();
        Clock.remark(answers, listing, "a.txt", NOW);
        return answers.remarks().get("clock");
    }
}
