package org.wec7emu.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.TransferMode;

/** From the course of things to the verdict: the first ruling that applies. */
final class Rulings {
    private static final String ENABLED = "firewall.enabled";
    private static final String RULES = "firewall.rules.";
    private static final String PASSIVE_PORTS = "stack.ephemeral-ports";
    private static final String DIAL_WAIT = "ftp.dial-wait";
    private static final String SERVER_ACTIVE = "ftp.server-active";
    private static final String ACCOUNTS = "ftp.accounts";
    private static final String REPLIES = "ftp.replies.";
    private static final int NOT_IMPLEMENTED = 502;
    private static final int NOT_FOR_PARAMETER = 504;

    private final Course course;
    private final ClientEnd end;

    Rulings(Course course, ClientEnd end) {
        this.course = course;
        this.end = end;
    }

    Diagnosis diagnosis() {
        if (!course.everConnected()) {
            return neverConnected();
        } else if (!course.troubles().isEmpty()) {
            return withoutData();
        }
        String user = course.refusedUser();
        if (user != null) {
            return verdict(
                    ClientVerdict.LOGIN_REFUSED,
                    "the device refused user " + user + " with the password that was given",
                    List.of(ACCOUNTS, REPLIES + "not-logged-in"));
        }
        return course.completed() > 0 && end.content() && course.failure() == null ? works() : failed();
    }

    private Diagnosis neverConnected() {
        ConnectionDropped drop = course.controlDrop();
        if (drop != null) {
            return new Diagnosis(
                    ClientVerdict.CONTROL_BLOCKED,
                    "the device's firewall dropped the client's connect to port " + drop.port() + ": " + drop.because(),
                    drop.rule(),
                    Optional.empty(),
                    Duration.ZERO,
                    firewall(drop.rule()));
        }
        String why = course.ftpOn()
                ? "no client came to port 21"
                : "no client came to port 21, where the device's FTP server is off";
        return verdict(ClientVerdict.NO_CONNECTION, why, course.ftpOn() ? List.of() : List.of(SERVER_ACTIVE));
    }

    /** Where both modes were tried, it is active mode that has to be mended: passive can't be. */
    private Diagnosis withoutData() {
        Optional<DataTrouble> active = last(TransferMode.ACTIVE);
        Optional<DataTrouble> passive = last(TransferMode.PASSIVE);
        List<String> restsOn = new ArrayList<>();
        passive.ifPresent(trouble -> restsOn.addAll(passiveFirewall(trouble.rule())));
        active.ifPresent(trouble -> {
            if (trouble.isOwnDoing()) {
                restsOn.addAll(firewall(trouble.rule()));
            }
            restsOn.add(DIAL_WAIT);
        });
        String and = active.isPresent() && passive.isPresent()
                ? "; and " + passive.orElseThrow().sentence()
                : "";
        DataTrouble decides = active.or(() -> passive).orElseThrow();
        return new Diagnosis(
                active.isPresent() ? ClientVerdict.ACTIVE_UNREACHABLE : ClientVerdict.PASSIVE_BLOCKED,
                decides.sentence() + and,
                decides.rule(),
                Optional.ofNullable(course.mode()),
                course.lost(),
                restsOn);
    }

    private Optional<DataTrouble> last(TransferMode mode) {
        return course.troubles().stream()
                .filter(trouble -> trouble.mode() == mode)
                .reduce((earlier, later) -> later);
    }

    private Diagnosis works() {
        TransferMode mode = course.mode();
        String complete = count("transfer is", "transfers are") + " complete"
                + (mode == null ? "" : ", in " + Words.mode(mode) + " mode");
        if (course.overcome().isEmpty()) {
            return verdict(ClientVerdict.WORKS, complete, List.of(ENABLED));
        }
        DataTrouble first = course.overcome().get(0);
        return new Diagnosis(
                ClientVerdict.WORKS_AFTER_FALLBACK,
                complete + ", but only after " + Words.seconds(course.lost()) + ": " + first.sentence(),
                first.rule(),
                Optional.ofNullable(mode),
                course.lost(),
                first.mode() == TransferMode.PASSIVE ? passiveFirewall(first.rule()) : List.of(DIAL_WAIT));
    }

    private Diagnosis failed() {
        Refusal refusal = course.refusals().gaveUpOver();
        TransferFailed failure = course.failure();
        if (refusal != null && failure == null && end.mayHaveGivenUp()) {
            return verdict(
                    ClientVerdict.UNSUPPORTED_COMMAND,
                    refusal.sentence() + ", and the client gave up",
                    List.of(REPLIES + reply(refusal.code())));
        }
        if (!end.content()) {
            return verdict(ClientVerdict.CLIENT_FAILED, howItFailed(failure), List.of());
        } else if (failure != null && course.completed() > 0) {
            return verdict(ClientVerdict.CLIENT_FAILED, broke(failure), List.of());
        }
        return verdict(
                ClientVerdict.NOTHING_TRANSFERRED,
                "no transfer was completed" + (failure == null ? "" : ": " + broke(failure))
                        + course.refusals().words(),
                List.of());
    }

    private String howItFailed(@Nullable TransferFailed failure) {
        String transfers = failure != null
                ? "; " + broke(failure)
                : course.completed() > 0 ? ", though " + count("transfer was", "transfers were") + " complete" : "";
        return howItEnded() + transfers + course.refusals().words();
    }

    private String howItEnded() {
        if (end instanceof ClientEnd.TimedOut timedOut) {
            return "the client was still running after " + Words.seconds(timedOut.limit()) + " and was ended";
        } else if (end instanceof ClientEnd.Stopped stopped) {
            return "the check was stopped after " + Words.seconds(stopped.after()) + ", before the client had ended";
        }
        return "the client ended with " + end.text();
    }

    private String count(String one, String several) {
        return course.completed() + " " + (course.completed() == 1 ? one : several);
    }

    private static String broke(TransferFailed failure) {
        return "the transfer of " + failure.path() + " broke off after " + failure.bytes() + " bytes: "
                + failure.because();
    }

    private static String reply(int code) {
        return switch (code) {
            case NOT_IMPLEMENTED -> "not-implemented";
            case NOT_FOR_PARAMETER -> "bad-parameter";
            default -> "unrecognized";
        };
    }

    private Diagnosis verdict(ClientVerdict verdict, String cause, List<String> restsOn) {
        return new Diagnosis(verdict, cause, "", Optional.ofNullable(course.mode()), course.lost(), restsOn);
    }

    private static List<String> passiveFirewall(String rule) {
        List<String> paths = new ArrayList<>(firewall(rule));
        paths.add(PASSIVE_PORTS);
        return paths;
    }

    private static List<String> firewall(String rule) {
        return rule.isEmpty() ? List.of(ENABLED) : List.of(ENABLED, RULES + rule);
    }
}
