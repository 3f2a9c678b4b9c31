package org.wec7emu.measure.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.ProfileValue;

/** What a probe has left unknown of a profile's values, each with why. */
public final class Unsettled {
    private static final String WRITE = "only shown by writing; --write DIR asks";
    private static final String SLOW = "only shown by waiting; --slow asks";
    private static final String UNSEEN = "no client sees it";

    /** Values of {@code ftp:} that can't be seen, with why. */
    private static final Map<String, String> HIDDEN = Map.ofEntries(
            Map.entry("ftp.max-sessions", "takes more than one session at a time"),
            Map.entry("ftp.surplus-session", "takes more than one session at a time"),
            Map.entry("ftp.data-from", "takes a second address"),
            Map.entry("firewall.dialect", "no client sees by which rules something is dropped"),
            Map.entry("ftp.hidden-files", "takes a file that is hidden"),
            Map.entry("ftp.anonymous-sees-hidden-files", "takes a file that is hidden"),
            Map.entry("ftp.data-stall", "only shown by an upload that stands still; --write DIR --slow asks"),
            Map.entry("ftp.directory", "a client sees it as /"),
            Map.entry("ftp.user-list", "only the user is known that was let in"),
            Map.entry("ftp.replies.file-busy", "takes more than one session at a time"),
            Map.entry("ftp.replies.card-full", "takes a card that is full"),
            Map.entry("ftp.replies.card-removed", "takes a card that is taken out"),
            Map.entry("ftp.replies.card-removed-in-transfer", "takes a card that is taken out"));

    private static final List<String> BY_WRITING = List.of(
            "ftp.allow-anonymous-upload",
            "ftp.directories-need-write",
            "ftp.code-page",
            "ftp.rename-overwrites",
            "ftp.type-a",
            "ftp.abort",
            "ftp.disconnect",
            "ftp.broken-upload",
            "ftp.replies.created",
            "ftp.replies.rename-pending",
            "ftp.replies.transfer-aborted");

    private static final List<String> BY_WAITING = List.of(
            "ftp.data-wait", "ftp.dial-wait", "ftp.idle-timeout", "ftp.idle-ending", "ftp.replies.not-available");

    private Unsettled() {}

    /** By path, in the order of the profile; lists and the card are one each. */
    public static Map<String, String> of(Findings findings, DeviceInState image) {
        Map<String, String> unsettled = new LinkedHashMap<>();
        for (ProfileValue value : image.values()) {
            String key = shortened(value.path());
            if (!key.isEmpty() && !findings.answers().settled().containsKey(key)) {
                unsettled.putIfAbsent(key, because(findings, key));
            }
        }
        return unsettled;
    }

    private static String shortened(String path) {
        if (path.startsWith("image.") || path.startsWith("states.") || path.startsWith("default-state")) {
            return "";
        }
        if (path.startsWith("services.") && !path.endsWith(".listening")) {
            return "";
        }
        if (path.startsWith("storage.")) {
            return "storage";
        }
        if (path.startsWith("firewall.rules.")) {
            return "firewall.rules";
        }
        int index = path.indexOf('[');
        return index < 0 ? path : path.substring(0, index);
    }

    private static String because(Findings findings, String key) {
        String asked = findings.answers().open().get(key);
        if (asked != null) {
            return asked;
        }
        if (BY_WRITING.contains(key) && !findings.settings().writes()) {
            return WRITE;
        }
        if (BY_WAITING.contains(key) && findings.settings().slow().isEmpty()) {
            return SLOW;
        }
        if (key.startsWith("services.")) {
            return "only TCP ports are looked at, and only where FTP's is 21";
        }
        if (key.equals("firewall.rules")) {
            return "only what they make of the ports that were looked at";
        }
        return HIDDEN.getOrDefault(key, UNSEEN);
    }
}
