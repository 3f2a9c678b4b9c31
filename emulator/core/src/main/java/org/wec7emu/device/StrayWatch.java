package org.wec7emu.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.host.AddressText;
import org.wec7emu.journal.DeviceEvent;

/**
 * Notes in the journal what the firewall drops of packets that are for no open port, and what its rules log; at levels of
 * enforcement that see it.
 */
final class StrayWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StrayWatch.class);
    private static final Duration PERIOD = Duration.ofMillis(100);
    /** More ports than that between two looks are a scan, which is noted as one. */
    private static final int A_SCAN = 16;

    private final Surroundings surroundings;
    private @Nullable ScheduledFuture<?> watch;

    StrayWatch(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    synchronized void start() {
        if (surroundings.enforcement().coversClosedPorts()) {
            watch = surroundings
                    .host()
                    .timer()
                    .scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void look() {
        try {
            Map<String, List<CountedPackets>> byKind = new LinkedHashMap<>();
            for (CountedPackets drops : surroundings.enforcement().strayDrops()) {
                Packet packet = drops.example();
                byKind.computeIfAbsent(packet.remote() + " " + packet.protocol(), absent -> new ArrayList<>())
                        .add(drops);
            }
            for (List<CountedPackets> alike : byKind.values()) {
                if (alike.size() > A_SCAN) {
                    noteScan(alike);
                } else {
                    alike.forEach(this::noteDrops);
                }
            }
            surroundings.enforcement().logged().forEach(this::noteLogged);
        } catch (IOException e) {
            LOG.error("what the firewall drops can't be read: {}", e.getMessage());
        }
    }

    private void noteDrops(CountedPackets drops) {
        Packet packet = drops.example();
        DropReason reason = DropReason.of(packet, surroundings.enforcement().rules());
        if (packet instanceof Packet.Tcp tcp) {
            int port = tcp.destinationPort();
            note(new DeviceEvent.ConnectionDropped(
                    surroundings.clock().instant(),
                    AddressText.of(packet.remote()),
                    port,
                    surroundings.ports().onHost(port),
                    drops.count(),
                    reason.rule(),
                    reason.sentence()));
        } else {
            note(drops, TrafficText.of(packet), drops.count(), reason);
        }
    }

    /** Of many ports one note; of the rules that dropped them the first's. */
    private void noteScan(List<CountedPackets> drops) {
        long packets = drops.stream().mapToLong(CountedPackets::count).sum();
        List<Packet> examples = drops.stream().map(CountedPackets::example).toList();
        CountedPackets first = drops.get(0);
        note(
                first,
                TrafficText.of(examples),
                packets,
                DropReason.of(first.example(), surroundings.enforcement().rules()));
    }

    private void note(CountedPackets drops, String traffic, long packets, DropReason reason) {
        note(new DeviceEvent.PacketsDropped(
                surroundings.clock().instant(),
                AddressText.of(drops.example().remote()),
                traffic,
                packets,
                reason.rule(),
                reason.sentence()));
    }

    private void noteLogged(CountedPackets logged) {
        Packet packet = logged.example();
        String rules = surroundings.enforcement().rules().loggedBy(packet).stream()
                .map(Rule::name)
                .collect(Collectors.joining(", "));
        note(new DeviceEvent.PacketsLogged(
                surroundings.clock().instant(),
                AddressText.of(packet.remote()),
                packet.direction() == Direction.INBOUND,
                TrafficText.of(packet),
                logged.count(),
                rules));
    }

    private void note(DeviceEvent event) {
        surroundings.journal().append(event);
    }

    /** Once more, so that nothing is lost of what was dropped right before, and then no more. */
    synchronized void stop() {
        ScheduledFuture<?> watching = watch;
        watch = null;
        if (watching != null) {
            watching.cancel(false);
            look();
        }
    }
}
