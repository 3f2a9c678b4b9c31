package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.Journal;

/** What many devices cost behind one API. */
class FleetCostTests {
    private Controlled fleet;

    @BeforeEach
    void start() throws Exception {
        fleet = Controlled.fleet("press", "line-1", "line-2");
    }

    @AfterEach
    void close() throws Exception {
        fleet.close();
    }

    @Test
    void a_device_costs_nothing_until_it_is_asked_for() throws Exception {
        fleet.get("/v1/devices").expect(200);
        fleet.get("/v1/devices/line-1").expect(200);
        fleet.get("/devices/line-1/").expect(200);
        assertThat(fleet.server().devicesInUse()).isZero();

        fleet.get("/v1/devices/line-1/state").expect(200);
        fleet.get("/v1/devices/line-1/firewall").expect(200);
        assertThat(fleet.server().devicesInUse()).isEqualTo(1);
    }

    @Test
    void drops_of_which_the_journal_has_no_more_are_said_to_be_missing() throws Exception {
        Journal journal = fleet.named("press").journal();
        long before = journal.after(Long.MAX_VALUE, 0).last();
        for (int i = 0; i < Journal.CAPACITY; i++) {
            journal.append(Samples.command(1));
        }

        JsonNode drops = fleet.get("/v1/devices/press/firewall/drops").json();
        assertThat(drops.get("missed").asLong()).isEqualTo(before);
        assertThat(fleet.get("/v1/devices/line-1/firewall/drops")
                        .json()
                        .get("missed")
                        .asLong())
                .isZero();
    }

    @Test
    void all_devices_together_have_so_many_that_wait() throws Exception {
        List<CompletableFuture<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i <= Limits.ofFleet().waiting(); i++) {
            String name = i % 2 == 0 ? "line-1" : "line-2";
            waiting.add(fleet.later("/v1/devices/" + name + "/journal?event=DeviceStopped&wait=30"));
        }
        Object first = CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new))
                .get(Controlled.LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(first).isEqualTo(503);

        fleet.send("POST", "/v1/devices/line-1/restart").expect(200);
        fleet.send("POST", "/v1/devices/line-2/restart").expect(200);
        assertThat(waiting.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(Limits.ofFleet().waiting());
    }
}
