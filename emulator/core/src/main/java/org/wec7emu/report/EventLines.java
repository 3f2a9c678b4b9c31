package org.wec7emu.report;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionRefused;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.DialBlocked;
import org.wec7emu.journal.DeviceEvent.DialDropped;
import org.wec7emu.journal.DeviceEvent.LoginRefused;
import org.wec7emu.journal.DeviceEvent.LoginSucceeded;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.DeviceEvent.ServiceConnected;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.TransferMode;

/** Events as lines for a person: time, number of the session, what happened. */
public final class EventLines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final double MILLION = 1e6;
    private static final double NANOS = 1e9;

    private static final int DATA_PORT = 20;

    private final IntUnaryOperator onHost;

    /** @param onHost which port of the host stands for one of the device */
    public EventLines(IntUnaryOperator onHost) {
        this.onHost = onHost;
    }

    /** With time and session before it. */
    public String line(DeviceEvent event) {
        String session = event instanceof DeviceEvent.OfSession of ? " [" + of.session() + "] " : " ";
        return TIME.format(event.at()) + session + text(event);
    }

    /** What happened alone. */
    public String text(DeviceEvent event) {
        if (event instanceof CommandReceived e) {
            return "> " + e.verb() + (e.argument().isEmpty() ? "" : " " + e.argument());
        } else if (event instanceof ReplySent e) {
            return "< " + (e.text().startsWith(e.code() + "-") ? e.text().strip() : e.code() + " " + e.text());
        } else if (event instanceof ConnectionOpened e) {
            return "client " + e.client() + " is connected to port " + port(e.port());
        } else if (event instanceof ConnectionClosed e) {
            return "closed " + ending(e.ending());
        } else if (event instanceof ConnectionDropped e) {
            return "DROPPED by the firewall: connect to port " + port(e.port())
                    + (e.source().isEmpty() ? "" : " from " + e.source()) + ", " + times(e.attempts()) + ": "
                    + e.because();
        } else if (event instanceof ServiceConnected e) {
            return "client " + e.client() + " is connected to port " + port(e.port()) + ", " + e.service();
        } else if (event instanceof LoginSucceeded e) {
            return "logged in as " + e.user();
        } else if (event instanceof LoginRefused e) {
            return "login refused for " + e.user();
        }
        return dataText(event);
    }

    private String dataText(DeviceEvent event) {
        if (event instanceof DataConnectionOffered e) {
            return e.mode() == TransferMode.PASSIVE
                    ? "passive: the device listens on port " + port(e.port())
                    : "active: the client listens on " + e.address() + " port " + e.port();
        } else if (event instanceof DataConnectionOpened e) {
            return e.mode() == TransferMode.PASSIVE
                    ? "data connection: client port " + e.clientPort() + " -> device port " + port(e.devicePort())
                    : "data connection: device port " + port(e.devicePort()) + " -> client port " + e.clientPort();
        } else if (event instanceof DataConnectionDropped e) {
            return "DROPPED by the firewall: data connection to port " + port(e.port())
                    + (e.attempts().isPresent() ? ", " + times(e.attempts().getAsLong()) : "") + ": " + e.because();
        } else if (event instanceof DialBlocked e) {
            return "DROPPED by the device's own firewall: connect from its port " + port(DATA_PORT) + " to "
                    + e.address() + " port " + e.port() + ": " + e.because();
        } else if (event instanceof DialDropped e) {
            return "DROPPED on the client's side (" + e.path() + "): connect from the device's port " + port(DATA_PORT)
                    + " to " + e.address() + " port " + e.port() + ": " + e.because();
        } else if (event instanceof DataConnectionRefused e) {
            return "data connection refused by " + e.address() + " port " + e.port() + ": " + e.because();
        } else if (event instanceof DataConnectionTimedOut e) {
            return e.mode() == TransferMode.PASSIVE
                    ? "nobody reached port " + port(e.port()) + " in " + seconds(e.waited())
                    : "the client's port " + e.port() + " didn't answer in " + seconds(e.waited());
        } else if (event instanceof TransferCompleted e) {
            return content(e.content()) + " of " + e.path() + " complete: " + amount(e.bytes(), e.took());
        } else if (event instanceof TransferFailed e) {
            return content(e.content()) + " of " + e.path() + " broken off: " + amount(e.bytes(), e.took()) + ": "
                    + e.because();
        }
        return deviceText(event);
    }

    private static String deviceText(DeviceEvent event) {
        if (event instanceof DeviceEvent.PacketsDropped e) {
            return "DROPPED by the firewall: " + e.traffic() + " from " + e.source() + ", " + times(e.packets()) + ": "
                    + e.because();
        } else if (event instanceof DeviceEvent.PacketsLogged e) {
            return "logged by rule " + e.rules() + ": " + e.traffic() + (e.inbound() ? " from " : " to ") + e.remote()
                    + ", " + times(e.packets());
        } else if (event instanceof DeviceEvent.FirewallChanged e) {
            return "firewall " + (e.on() ? "on" : "off") + ", " + e.rules() + " rules";
        } else if (event instanceof DeviceEvent.FaultStarted e) {
            return "FAULT " + fault(e);
        } else if (event instanceof DeviceEvent.ClockReset e) {
            return "the device's clock is set back to " + e.to().replace('T', ' ');
        } else if (event instanceof DeviceEvent.FaultEnded e) {
            return "fault " + e.fault() + " is over";
        } else if (event instanceof DeviceEvent.FaultStruck e) {
            return "FAULT " + e.fault() + ": " + e.because();
        } else if (event instanceof DeviceEvent.ServiceLeftOut e) {
            return "goes without " + e.service() + ": " + e.because();
        } else if (event instanceof DeviceEvent.PassivePortsPublished e) {
            return "plumbing of this host, no setting of the device: its passive ports "
                    + range(e.firstPort(), e.lastPort()) + " are "
                    + range(e.firstHostPort(), e.firstHostPort() + e.lastPort() - e.firstPort()) + " here"
                    + (e.announced().isEmpty() ? "" : ", and it announces " + e.announced());
        } else if (event instanceof DeviceEvent.DeviceStopped e) {
            return switch (e.stop()) {
                case SHUTDOWN -> "the device is off";
                case RESTART -> "the device restarts";
                case POWER_CUT -> "the power is cut";
                case RESET -> "the device is reset";
            };
        }
        return "the device answers, in state " + ((DeviceEvent.DeviceStarted) event).state();
    }

    /** What is wrong, and what of it can't be had on this host. */
    public static String fault(DeviceEvent.FaultStarted event) {
        return event.fault() + (event.parameters().isEmpty() ? "" : " (" + event.parameters() + ")") + ": "
                + event.description() + (event.limits().isEmpty() ? "" : "; " + event.limits());
    }

    /** The device's port, and the host's where it is another one. */
    private String port(int logical) {
        int here = onHost.applyAsInt(logical);
        return here == logical ? Integer.toString(logical) : logical + " (here " + here + ")";
    }

    private static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    private static String ending(DeviceEvent.Ending ending) {
        return switch (ending) {
            case QUIT -> "after QUIT";
            case BY_CLIENT -> "by the client, without QUIT";
            case IDLE -> "as nothing came for too long";
            case REFUSED -> "as there are too many sessions";
            case BY_DEVICE -> "as the device went";
        };
    }

    private static String content(DeviceEvent.Content content) {
        return switch (content) {
            case UPLOAD -> "upload";
            case DOWNLOAD -> "download";
            case LISTING -> "listing";
        };
    }

    private static String times(long attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }

    private static String amount(long bytes, Duration took) {
        double rate = bytes / MILLION / Math.max(1e-9, took.toNanos() / NANOS);
        String speed = bytes < MILLION ? "" : String.format(Locale.ROOT, ", %.0f MB/s", rate);
        return bytes + " bytes in " + seconds(took) + speed;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / NANOS);
    }
}
