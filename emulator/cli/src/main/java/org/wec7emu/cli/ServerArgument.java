package org.wec7emu.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.measure.probe.ProbeTarget;
import org.wec7emu.measure.probe.ProbeTarget.Login;

/** What a user may write for a server: {@code ftp://[USER[:PASSWORD]@]HOST[:PORT]}. */
final class ServerArgument {
    private static final String SCHEME = "ftp://";
    private static final Login NOBODY = new Login("anonymous", "guest@example.org");

    private ServerArgument() {}

    static boolean isServer(String argument) {
        return argument.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @param writeTo where files may be made; null where they mustn't */
    static Remote side(String url, @Nullable String writeTo) throws BadInput {
        try {
            ProbeTarget target = ProbeTarget.parse(url);
            Login login = target.login().orElse(NOBODY);
            return new Remote(
                    target.url(), target.control(), login.user(), login.password(), Optional.ofNullable(writeTo));
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }
}
