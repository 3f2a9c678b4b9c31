package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.container.Devices.Image;

/** Which mode of FTP can work in which network of Docker: measured with curl, and README's table held to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class NetworkTableTests {
    private static final String WORKS = "works";
    private static final String DROPPED = "dropped by the firewall";

    private record Cell(Way way, Image image, boolean active) {}

    private final Map<Cell, String> outcomes = new LinkedHashMap<>();

    /** One client after the other at each device, so that its log tells of whom it dropped; devices side by side. */
    @BeforeAll
    void runAllCells() throws Exception {
        ExecutorService ways = Executors.newCachedThreadPool();
        try (Devices devices = Devices.started()) {
            Map<RunningContainer, List<Cell>> queues = new LinkedHashMap<>();
            for (Image image : Image.values()) {
                for (Way way : Way.values()) {
                    List<Cell> queue =
                            queues.computeIfAbsent(way.device(devices.of(image)), device -> new ArrayList<>());
                    queue.add(new Cell(way, image, true));
                    queue.add(new Cell(way, image, false));
                }
            }
            List<Future<Map<Cell, String>>> running = new ArrayList<>();
            queues.forEach((device, cells) -> running.add(ways.submit(() -> run(devices, device, cells))));
            for (Future<Map<Cell, String>> queue : running) {
                outcomes.putAll(queue.get());
            }
        } finally {
            ways.shutdownNow();
        }
    }

    private static Map<Cell, String> run(Devices devices, RunningContainer device, List<Cell> cells) throws Exception {
        Map<Cell, String> outcomes = new LinkedHashMap<>();
        for (Cell cell : cells) {
            int before = device.log().length();
            Command curl = Command.run(cell.way.line(devices, devices.of(cell.image), cell.active));
            outcomes.put(cell, words(curl, device.log().substring(before)));
        }
        return outcomes;
    }

    private static String words(Command curl, String log) {
        boolean dropped = log.contains("DROPPED by the firewall: data connection");
        return switch (curl.exitCode()) {
            case 0 -> WORKS;
            case Curl.TIMED_OUT -> dropped ? DROPPED : "never arrives";
            case Curl.NOT_CONNECTED -> "refused: the port isn't mapped";
            case Curl.PORT_FAILED -> "refused: Docker changes the client's address, `PORT` doesn't know";
            default -> "curl ends with " + curl.exitCode() + ": " + curl.output();
        };
    }

    private String outcome(Way way, Image image, boolean active) {
        String outcome = outcomes.get(new Cell(way, image, active));
        assertThat(outcome).as(way + " " + image).isNotNull();
        return outcome;
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN_ADDRESS", "SAME_NETWORK", "HOST_NETWORK"})
    void whereTheDeviceHasAnAddressItIsAsOnTheDevice(Way way) {
        for (Image image : Image.values()) {
            assertThat(outcome(way, image, true)).isEqualTo(WORKS);
        }
        assertThat(outcome(way, Image.V604H, false)).isEqualTo(DROPPED);
        assertThat(outcome(way, Image.BASELINE, false)).isEqualTo(WORKS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISHED_HERE", "PUBLISHED_ELSEWHERE"})
    void publishedPassivePortsLetAnImageWithoutFirewallWork(Way way) {
        assertThat(outcome(way, Image.BASELINE, false)).isEqualTo(WORKS);
        assertThat(outcome(way, Image.V604H, false)).isEqualTo(DROPPED);
    }

    @ParameterizedTest
    @EnumSource
    void activeModeDoesNotDependOnTheFirewall(Way way) {
        assertThat(outcome(way, Image.V604H, true)).isEqualTo(outcome(way, Image.BASELINE, true));
    }

    @Test
    void readmeHasTheTable() throws Exception {
        List<String> table = new ArrayList<>();
        table.add("| network | client | active | passive, firewall on | passive, firewall off |");
        table.add("|---|---|---|---|---|");
        for (Way way : Way.values()) {
            table.add("| " + way.words() + " | " + outcome(way, Image.V604H, true) + " | "
                    + outcome(way, Image.V604H, false) + " | " + outcome(way, Image.BASELINE, false) + " |");
        }
        ReadmePart.assertGenerated("networks", table);
    }
}
