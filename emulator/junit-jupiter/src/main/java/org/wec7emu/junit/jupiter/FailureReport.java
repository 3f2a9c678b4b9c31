package org.wec7emu.junit.jupiter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.check.Hint;
import org.wec7emu.check.Hints;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;

/**
 * A test's failure with what its devices saw. The message of a failed assertion gets it at its end; an exception of another kind,
 * whose message and type may mean something to others, gets it as a suppressed one, which every stack trace prints.
 */
final class FailureReport {
    /** The last sessions of a device that are told. */
    private static final int SESSIONS = 3;

    private FailureReport() {}

    /** The failure to report instead. */
    static Throwable of(ExtensionContext test, Throwable failure) {
        if (failure instanceof IncompleteExecutionException || isTold(failure)) {
            return failure;
        }
        String report = report(test, failure);
        return report.isEmpty() ? failure : with(report, failure);
    }

    private static boolean isTold(Throwable failure) {
        for (Throwable suppressed : failure.getSuppressed()) {
            if (suppressed instanceof DeviceSessions) {
                return true;
            }
        }
        return failure.getMessage() != null && failure.getMessage().contains(DeviceSessions.HEADING);
    }

    private static Throwable with(String report, Throwable failure) {
        String message = (failure.getMessage() == null ? "" : failure.getMessage()) + "\n\n" + report;
        if (failure.getClass() == AssertionFailedError.class) {
            AssertionFailedError failed = (AssertionFailedError) failure;
            return like(
                    failure,
                    failed.isExpectedDefined() || failed.isActualDefined()
                            ? new AssertionFailedError(
                                    message, failed.getExpected(), failed.getActual(), failed.getCause())
                            : new AssertionFailedError(message, failed.getCause()));
        } else if (failure.getClass() == AssertionError.class) {
            return like(failure, new AssertionError(message, failure.getCause()));
        }
        failure.addSuppressed(new DeviceSessions(report));
        return failure;
    }

    private static Throwable like(Throwable failure, Throwable told) {
        told.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    private static String report(ExtensionContext test, Throwable failure) {
        StringBuilder report = new StringBuilder();
        Instant began = TestDevices.beginOf(test);
        for (KeptDevice kept : TestDevices.ofAll(test)) {
            append(report, kept.device(), kept.eventsSince(began), failure);
        }
        return report.toString();
    }

    private static void append(StringBuilder report, Device device, List<DeviceEvent> events, Throwable failure) {
        List<Ladder> ladders = Ladders.of(events);
        report.append(DeviceSessions.HEADING)
                .append(device.profile().image())
                .append(" at ")
                .append(device.url());
        if (ladders.isEmpty()) {
            report.append(": no client came.\n");
            return;
        }
        report.append(":\n");
        int left = ladders.size() - SESSIONS;
        if (left > 0) {
            report.append("(the last ")
                    .append(SESSIONS)
                    .append(" of ")
                    .append(ladders.size())
                    .append(" sessions)\n");
        }
        ladders.stream().skip(Math.max(0, left)).forEach(ladder -> report.append(LadderText.of(ladder))
                .append('\n'));
        report.append(verdict(events, failure)).append('\n');
    }

    /** What check would say, and do about it; the client is recognised by its stack trace. */
    private static String verdict(List<DeviceEvent> events, Throwable failure) {
        Diagnosis diagnosis = Diagnosis.of(events, new ClientEnd.Unseen());
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        Hint hint = Hints.bundled().of(diagnosis, List.of(), trace.toString());
        String advice = diagnosis.verdict().works() || hint.advice().contains("{") ? "" : "\nRemedy: " + hint.text();
        return diagnosis.verdict() + ": " + diagnosis.cause() + advice;
    }
}
