package org.wec7emu.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.wec7emu.path.NetworkPath;

/** What is to stand between clients and the device. */
final class PathOption {
    private static final String PATH = "--path";

    private final Subcommand command;

    PathOption(Subcommand command) {
        this.command = command;
        command.option(
                PATH,
                labels("|"),
                "The network between clients and the device: nothing (direct, the default), or what stops the device's"
                        + " connect to the client in active mode: a NAT on the client's side, from behind which it announces an"
                        + " address that leads nowhere, or a firewall there.");
    }

    NetworkPath choose() throws BadInput {
        String wanted = command.value(PATH);
        if (wanted == null) {
            return NetworkPath.DIRECT;
        }
        return path(PATH, wanted);
    }

    /** @param what is to be named when there is no such path */
    static NetworkPath path(String what, String wanted) throws BadInput {
        return NetworkPath.labelled(wanted)
                .orElseThrow(() ->
                        new BadInput(what + " " + wanted + ": there is no such path; there are: " + labels(", ")));
    }

    private static String labels(String separator) {
        return Arrays.stream(NetworkPath.values()).map(NetworkPath::label).collect(Collectors.joining(separator));
    }
}
