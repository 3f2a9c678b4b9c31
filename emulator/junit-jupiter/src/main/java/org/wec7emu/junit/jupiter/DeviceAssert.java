package org.wec7emu.junit.jupiter;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.ClientVerdict;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.LoginSucceeded;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.TransferMode;

/**
 * What a client is to have done with a device, since the device was started or put back to its start. What is to have happened is
 * waited for, as a client may be done a moment before the device has noted it: 2 s at most.
 */
public final class DeviceAssert extends AbstractAssert<DeviceAssert, Device> {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    DeviceAssert(Device device) {
        super(device, DeviceAssert.class);
    }

    /** At least one data connection was arranged, and all of them by PORT or EPRT. */
    public DeviceAssert usedOnlyActiveMode() {
        return usedOnly(TransferMode.ACTIVE);
    }

    /** At least one data connection was arranged, and all of them by PASV or EPSV. */
    public DeviceAssert usedOnlyPassiveMode() {
        return usedOnly(TransferMode.PASSIVE);
    }

    private DeviceAssert usedOnly(TransferMode mode) {
        await(DataConnectionOffered.class, offer -> true);
        List<TransferMode> modes = seen().of(DataConnectionOffered.class).stream()
                .map(DataConnectionOffered::mode)
                .toList();
        if (modes.isEmpty() || modes.stream().anyMatch(other -> other != mode)) {
            throw failure(
                    "Expecting only data connections in %s mode, but there were: %s",
                    lower(mode), modes.isEmpty() ? "none" : lower(modes));
        }
        return this;
    }

    /** A client has uploaded a file, all of it. */
    public DeviceAssert uploaded(String file) {
        return transferred(Content.UPLOAD, file);
    }

    /** A client has downloaded a file, all of it. */
    public DeviceAssert downloaded(String file) {
        return transferred(Content.DOWNLOAD, file);
    }

    /** @param file as the client sees it; without a leading {@code /} it is taken from there */
    private DeviceAssert transferred(Content content, String file) {
        String path = file.startsWith("/") ? file : "/" + file;
        if (!await(
                TransferCompleted.class,
                done -> done.content() == content && done.path().equalsIgnoreCase(path))) {
            throw failure(
                    "Expecting a complete %s of %s, but there were: %s",
                    content.name().toLowerCase(Locale.ROOT), path, transfers());
        }
        return this;
    }

    private String transfers() {
        List<TransferCompleted> all = seen().of(TransferCompleted.class);
        return all.isEmpty()
                ? "no transfers"
                : all.stream()
                        .map(done -> done.content().name().toLowerCase(Locale.ROOT) + " of " + done.path())
                        .collect(Collectors.joining(", "));
    }

    /** A client has sent that command at least once. */
    public DeviceAssert sent(String verb) {
        if (!await(CommandReceived.class, is(verb))) {
            throw failure("Expecting the command %s, but there were: %s", verb, verbs());
        }
        return this;
    }

    /** No client has sent that command. */
    public DeviceAssert neverSent(String verb) {
        if (seen().of(CommandReceived.class).stream().anyMatch(is(verb))) {
            throw failure("Expecting no command %s, but there were: %s", verb, verbs());
        }
        return this;
    }

    private static Predicate<CommandReceived> is(String verb) {
        return command -> command.verb().equalsIgnoreCase(verb);
    }

    private List<String> verbs() {
        return seen().of(CommandReceived.class).stream()
                .map(CommandReceived::verb)
                .distinct()
                .toList();
    }

    /** A client was let in as that user. */
    public DeviceAssert loggedIn(String user) {
        if (!await(LoginSucceeded.class, login -> login.user().equalsIgnoreCase(user))) {
            throw failure(
                    "Expecting a login as %s, but there were: %s",
                    user,
                    seen().of(LoginSucceeded.class).stream()
                            .map(LoginSucceeded::user)
                            .toList());
        }
        return this;
    }

    /** No client came to the control port. */
    public DeviceAssert hadNoClient() {
        int clients = seen().of(ConnectionOpened.class).size();
        if (clients > 0) {
            throw failure("Expecting no client, but %s came", clients);
        }
        return this;
    }

    /** The firewall has dropped no data connection of a client. */
    public DeviceAssert droppedNoDataConnection() {
        List<DataConnectionDropped> drops = seen().of(DataConnectionDropped.class);
        if (!drops.isEmpty()) {
            throw failure(
                    "Expecting no dropped data connection, but the firewall dropped one to port %s: %s",
                    drops.get(0).port(), drops.get(0).because());
        }
        return this;
    }

    /** All of it, taken for one client, comes to that verdict. */
    public DeviceAssert hasVerdict(ClientVerdict verdict) {
        Diagnosis diagnosis = Diagnosis.of(seen().events(), new ClientEnd.Unseen());
        if (diagnosis.verdict() != verdict) {
            throw failure("Expecting verdict %s, but it is %s, as %s", verdict, diagnosis.verdict(), diagnosis.cause());
        }
        return this;
    }

    private SeenEvents seen() {
        isNotNull();
        return SeenEvents.of(actual.journal().events());
    }

    private <E extends DeviceEvent> boolean await(Class<E> kind, Predicate<E> condition) {
        isNotNull();
        try {
            actual.journal()
                    .await(
                            kind,
                            event -> condition.test(event) && seen().events().contains(event),
                            LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return seen().of(kind).stream().anyMatch(condition);
    }

    private static String lower(Object name) {
        return String.valueOf(name).toLowerCase(Locale.ROOT);
    }
}
