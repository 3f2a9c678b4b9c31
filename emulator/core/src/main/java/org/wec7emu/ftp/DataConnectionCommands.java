package org.wec7emu.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.apache.ftpserver.DataConnectionException;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpReplies.Occasion;

/** PORT, EPRT, PASV, EPSV. */
final class DataConnectionCommands {
    /** Ports up to here are refused unless AllowLowPortValues is set. Source: Microsoft ms881875. */
    private static final int HIGHEST_LOW_PORT = 1023;

    private DataConnectionCommands() {}

    static void port(CeSession session, String argument) {
        offer(session, EndpointSyntax.parsePort(argument));
    }

    static void eprt(CeSession session, String argument) {
        offer(session, EndpointSyntax.parseExtended(argument));
    }

    private static void offer(CeSession session, @Nullable InetSocketAddress target) {
        if (target == null) {
            session.reply(Occasion.BAD_ARGUMENT);
        } else if (!mayDial(session, target)) {
            session.reply(Occasion.PORT_REFUSED);
        } else {
            session.data().initActiveDataConnection(target);
            session.reply(Occasion.OKAY);
        }
    }

    private static boolean mayDial(CeSession session, InetSocketAddress target) {
        FtpProfile profile = session.environment().profile();
        InetAddress client = session.data().clientAddress();
        boolean sameFamily = client.getAddress().length == target.getAddress().getAddress().length;
        boolean own = target.getAddress().equals(client)
                || session.environment().path().translatesAddresses();
        return target.getPort() > 0
                && sameFamily
                && (own || profile.allowThirdParty())
                && (target.getPort() > HIGHEST_LOW_PORT || profile.allowLowPorts());
    }

    static void pasv(CeSession session, String ignored) {
        if (!session.data().isIpv4()) {
            session.reply(Occasion.NO_DATA_CONNECTION);
            return;
        }
        InetSocketAddress endpoint = listen(session);
        if (endpoint != null) {
            session.reply(Occasion.PASSIVE, "address", EndpointSyntax.format(endpoint));
        }
    }

    static void epsv(CeSession session, String argument) {
        String wanted = argument.strip();
        if (wanted.equalsIgnoreCase("ALL")) {
            session.reply(Occasion.OKAY);
            return;
        }
        if (!wanted.isEmpty() && !wanted.equals(session.data().isIpv4() ? "1" : "2")) {
            session.reply(Occasion.BAD_PARAMETER);
            return;
        }
        InetSocketAddress endpoint = listen(session);
        if (endpoint != null) {
            session.reply(Occasion.EXTENDED_PASSIVE, "port", Integer.toString(endpoint.getPort()));
        }
    }

    private static @Nullable InetSocketAddress listen(CeSession session) {
        try {
            return session.data().initPassiveDataConnection();
        } catch (DataConnectionException e) {
            session.reply(Occasion.NO_DATA_CONNECTION);
            return null;
        }
    }
}
