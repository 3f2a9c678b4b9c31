package org.wec7emu.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.Hint;
import org.wec7emu.check.Hints;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.profile.DeviceInState;

/**
 * What check would say of a saved journal, as far as it can be told without having seen the client: its command line, output and
 * exit code aren't known.
 */
final class JournalCheck {
    private final List<DeviceEvent> events;
    private final Optional<DeviceStarted> device;

    /** @param events oldest first, at least one; taken for those of one client */
    JournalCheck(List<DeviceEvent> events) {
        this.events = events;
        device = deviceOfClient(events);
    }

    /** The device as the client met it last: it may have been put into another state since, and before. */
    private static Optional<DeviceStarted> deviceOfClient(List<DeviceEvent> events) {
        DeviceStarted running = null;
        DeviceStarted met = null;
        for (DeviceEvent event : events) {
            if (event instanceof DeviceStarted started) {
                running = started;
            } else if (running != null && !(event instanceof DeviceStopped)) {
                met = running;
            }
        }
        return Optional.ofNullable(met == null ? running : met);
    }

    /** The device's image; empty when the journal doesn't say. */
    String image() {
        return device.map(DeviceStarted::image).orElse("");
    }

    String state() {
        return device.map(DeviceStarted::state).orElse("");
    }

    /** @param profile of that image in that state; empty when it isn't known here, then what the verdict rests on isn't told */
    CheckedClient checked(Optional<DeviceInState> profile) {
        ClientEnd end = new ClientEnd.Unseen();
        Diagnosis diagnosis = Diagnosis.of(events, end);
        Hint hint = Hints.bundled().of(diagnosis, List.of(), "");
        Instant first = client(events.get(0), (one, other) -> one);
        Instant last = client(events.get(0), (one, other) -> other);
        return new CheckedClient(
                image(),
                state(),
                device.map(DeviceStarted::enforcement).orElse(""),
                device.map(DeviceStarted::path).orElse(""),
                List.of(),
                first,
                end,
                Duration.between(first, last),
                "",
                events,
                diagnosis,
                profile.map(known -> Grounds.of(diagnosis, known)).orElse(new Grounds(List.of())),
                hint.withAdvice(advice(hint.advice(), profile)));
    }

    private Instant client(DeviceEvent otherwise, BinaryOperator<Instant> which) {
        return events.stream()
                .filter(event -> !(event instanceof DeviceStarted || event instanceof DeviceStopped))
                .map(DeviceEvent::at)
                .reduce(which)
                .orElse(otherwise.at());
    }

    /** With the device's own address and user for what stands for them. */
    private String advice(String text, Optional<DeviceInState> profile) {
        String port = device.map(started -> Integer.toString(PortMap.CONTROL_PORT + started.portOffset()))
                .orElse("its port");
        String host = device.map(DeviceStarted::host).orElse("its host");
        return text.replace("{host}", host)
                .replace("{port}", port)
                .replace("{url}", "ftp://" + host + ":" + port + "/")
                .replace(
                        "{user}",
                        profile.map(known ->
                                        known.profile().ftp().access().example().user())
                                .orElse("as the image has them"))
                .replace(
                        "{password}",
                        profile.map(known ->
                                        known.profile().ftp().access().example().password())
                                .orElse("no others"));
    }
}
