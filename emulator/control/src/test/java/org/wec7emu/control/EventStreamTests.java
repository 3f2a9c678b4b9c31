package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.Journal;

/** The journal as server-sent events. */
class EventStreamTests {
    private Controlled controlled;
    private Journal journal;

    @BeforeEach
    void start() throws Exception {
        controlled = Controlled.started();
        journal = controlled.device().journal();
    }

    @AfterEach
    void close() throws Exception {
        controlled.close();
    }

    private Follower follower(String parameters, String... headers) throws IOException {
        return new Follower(controlled.server(), "/v1/journal/stream" + parameters, headers);
    }

    @Test
    void brings_events_as_they_happen_with_their_numbers() throws Exception {
        try (Follower follower = follower("").connected()) {
            long last = journal.after(Long.MAX_VALUE, 0).last();

            journal.append(Samples.command(41));

            assertThat(follower.next("id:").strip()).isEqualTo(Long.toString(last + 1));
            assertThat(follower.next("data:")).contains("\"number\":" + (last + 1), "\"session\":41");
        }
    }

    @Test
    void goes_on_after_the_last_that_a_client_has_seen() throws Exception {
        append(1, 300);
        long last = journal.after(Long.MAX_VALUE, 0).last();

        try (Follower follower = follower("?after=1", "Last-Event-ID: " + (last - 250) + "\r\n")) {
            for (long number = last - 249; number <= last; number++) {
                assertThat(follower.next("data:")).contains("\"number\":" + number + ",");
            }
        }
    }

    @Test
    void begins_where_it_is_asked_to() throws Exception {
        try (Follower follower = follower("?after=0")) {
            assertThat(follower.next("data:")).contains("\"number\":1,", "DeviceStarted");
        }
    }

    @Test
    void who_followed_another_journal_is_told_to_begin_anew() throws Exception {
        try (Follower follower = follower("", "Last-Event-ID: 999999\r\n")) {
            journal.append(Samples.command(7));

            assertThat(follower.next("event:").strip()).isEqualTo("reset");
            follower.next("data:");
            assertThat(follower.next("data:")).contains("\"number\":1,");
        }
    }

    @Test
    void a_client_that_does_not_read_holds_up_nobody_and_is_told_what_it_missed() throws Exception {
        try (Follower sleeper = follower("").connected();
                Follower reader = follower("").connected()) {
            long before = journal.after(Long.MAX_VALUE, 0).last();
            append(1, 1);
            assertThat(reader.next("data:")).contains("\"number\":" + (before + 1) + ",");
            append(1, Journal.CAPACITY * 2);

            try (FtpSession client = new FtpSession(controlled.device())) {
                assertThat(client.store("a.txt", "content")).isTrue();
            }
            assertThat(reader.next("data:")).isNotBlank(); // what comes in 50 ms may be too much for it as well

            assertThat(sleeper.next("event:").strip()).isEqualTo("gap");
            assertThat(sleeper.next("data:")).containsPattern("\"missed\":\\d{4,}");
        }
    }

    @Test
    void a_client_that_does_not_read_at_all_loses_its_connection() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ControlServer impatient = ControlServer.start(controlled.device(), anyPort, Optional.empty(), 500);
                Follower ignored = new Follower(impatient, "/v1/journal/stream").connected()) {
            assertThat(impatient.followers()).isEqualTo(1);
            append(1, Journal.CAPACITY);

            long deadline = System.nanoTime() + Controlled.LIMIT.toNanos();
            while (impatient.followers() > 0 && System.nanoTime() < deadline) {
                controlled.get("/v1/journal?event=DeviceStopped&wait=1"); // waits, as nothing stops
            }
            assertThat(impatient.followers()).isZero();
        }
    }

    @Test
    void only_so_many_follow_at_a_time() throws Exception {
        List<Follower> followers = new ArrayList<>();
        try {
            for (int i = 0; i < Limits.ofOneDevice().followers(); i++) {
                followers.add(follower("").connected());
            }
            controlled.get("/v1/journal/stream").expect(503);
            assertThat(controlled.get("/v1/state").status()).isEqualTo(200);
        } finally {
            for (Follower follower : followers) {
                follower.close();
            }
        }
    }

    @Test
    void ends_when_the_server_does() throws Exception {
        try (Follower follower = follower("").connected()) {
            controlled.server().close();

            assertThat(follower.rest()).isNotNull();
        }
    }

    private void append(int first, int last) {
        for (int i = first; i <= last; i++) {
            journal.append(Samples.command(i));
        }
    }
}
