package org.wec7emu.junit.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.wec7emu.device.Device;

/** A failing test tells what happened between its client and its device. */
class FailureReportTests {
    private static Throwable failure(Class<?> type) {
        return Cases.failures(Cases.run(type)).get(0);
    }

    @Wec7Device
    static class WrongAssertion {
        @Test
        void test(Device device) throws IOException {
            Client.upload(device, "recipe.txt");
            assertEquals("expected", "actual", "names differ");
        }
    }

    @Test
    void the_message_of_an_assertion_has_the_ladder_at_its_end() {
        Throwable failure = failure(WrongAssertion.class);

        assertThat(failure)
                .isExactlyInstanceOf(AssertionFailedError.class)
                .message()
                .startsWith("names differ ==> expected: <expected> but was: <actual>")
                .contains("What the device saw, CX8100_WEC7_LF_v604h_TC31_B4022.20 at ftp://webguest:1@127.0.0.1:")
                .contains("USER webguest", "STOR recipe.txt", "WORKS: 1 transfer is complete, in active mode");
    }

    @Test
    void what_was_expected_and_where_stays_as_it_was() {
        AssertionFailedError failure = (AssertionFailedError) failure(WrongAssertion.class);

        assertThat(failure.getExpected().getValue()).isEqualTo("expected");
        assertThat(failure.getActual().getValue()).isEqualTo("actual");
        assertThat(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith("WrongAssertion"));
    }

    @Wec7Device
    static class Blocked {
        @Test
        void test(Device device) throws IOException {
            Client.uploadPassively(device, "recipe.txt");
        }
    }

    @Test
    void another_exception_keeps_type_and_message_and_has_it_as_a_suppressed_one() {
        Throwable failure = failure(Blocked.class);

        assertThat(failure).isInstanceOf(IOException.class);
        assertThat(failure.getSuppressed()).singleElement().satisfies(seen -> assertThat(seen)
                .message()
                .contains("PASV", "DROPPED by the firewall", "PASSIVE_BLOCKED: ", "rule BlockAllRule")
                .contains("Remedy: use active mode", "client.enterLocalActiveMode() (Apache Commons Net"));
        assertThat(failure).hasStackTraceContaining("DROPPED by the firewall");
    }

    @Wec7Device
    static class NobodyCame {
        @Test
        void test(Device device) {
            throw new AssertionError("it did nothing");
        }
    }

    @Test
    void it_is_told_when_no_client_came() {
        assertThat(failure(NobodyCame.class))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith("it did nothing\n\nWhat the device saw, ")
                .hasMessageContaining(": no client came.");
    }

    @Wec7Device(lifecycle = DeviceLifecycle.PER_CLASS, reset = false)
    static class SecondOfTwo {
        private static boolean first = true;

        @Test
        void one(Device device) throws IOException {
            test(device);
        }

        @Test
        void other(Device device) throws IOException {
            test(device);
        }

        private static void test(Device device) throws IOException {
            Client.upload(device, first ? "first.txt" : "second.txt");
            if (!first) {
                throw new AssertionError("second");
            }
            first = false;
        }
    }

    @Test
    void only_the_sessions_of_that_test_are_told() {
        assertThat(failure(SecondOfTwo.class))
                .message()
                .contains("STOR second.txt", "device CX8100_WEC7_LF_v604h_TC31_B4022.20, state ftp-ready")
                .doesNotContain("first.txt");
    }

    @Wec7Device
    static class InAfterEach {
        @Test
        void test(Device device) throws IOException {
            Client.upload(device, "recipe.txt");
        }

        @AfterEach
        void after() {
            throw new AssertionError("after");
        }
    }

    @Test
    void what_fails_after_the_test_has_it_too() {
        assertThat(failure(InAfterEach.class)).message().contains("STOR recipe.txt");
    }

    @Wec7Device
    static class Left {
        @Test
        void test(Device device) {
            Assumptions.abort("not here");
        }
    }

    @Test
    void a_test_that_is_left_out_stays_so() {
        Cases.run(Left.class).testEvents().assertStatistics(stats -> stats.aborted(1)
                .failed(0));
    }
}
