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
    /** Network protocols of RFC 2428. */
    private static final int IPV4 = 1;

    private static final int IPV6 = 2;

    private DataConnectionCommands() {}

    static void port(CeSession session, String argument) {
        if (session.isOnlyEpsv()) {
            session.reply(Occasion.ONLY_EPSV);
        } else {
            offer(session, EndpointSyntax.parsePort(argument));
        }
    }

    static void eprt(CeSession session, String argument) {
        int protocol = EndpointSyntax.protocol(argument);
        if (session.isOnlyEpsv()) {
            session.reply(Occasion.ONLY_EPSV);
        } else if (protocol >= 0 && protocol != spoken(session)) {
            refuseProtocol(session);
        } else {
            offer(session, EndpointSyntax.parseExtended(argument));
        }
    }

    private static void offer(CeSession session, @Nullable InetSocketAddress target) {
        Occasion refusal = target == null ? Occasion.BAD_ARGUMENT : refusal(session, target);
        if (target == null || refusal != null) {
            session.reply(refusal == null ? Occasion.BAD_ARGUMENT : refusal);
        } else {
            session.data().initActiveDataConnection(target);
            session.reply(Occasion.OKAY);
        }
    }

    /** Why the device doesn't dial there; null when it does. PORT can't name the address of a client over IPv6. */
    private static @Nullable Occasion refusal(CeSession session, InetSocketAddress target) {
        FtpProfile profile = session.environment().profile();
        InetAddress client = session.data().clientAddress();
        boolean sameFamily = client.getAddress().length == target.getAddress().getAddress().length;
        boolean own = target.getAddress().equals(client)
                || session.environment().path().translatesAddresses();
        if (!sameFamily || (!own && !profile.allowThirdParty())) {
            return Occasion.THIRD_PARTY_REFUSED;
        }
        boolean low = target.getPort() <= HIGHEST_LOW_PORT && !profile.allowLowPorts();
        return low || target.getPort() == 0 ? Occasion.PORT_REFUSED : null;
    }

    static void pasv(CeSession session, String ignored) {
        if (session.isOnlyEpsv()) {
            session.reply(Occasion.ONLY_EPSV);
            return;
        }
        if (!session.data().isIpv4()) {
            session.reply(Occasion.PASSIVE_REFUSED);
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
            epsvAll(session);
            return;
        }
        if (!wanted.isEmpty() && !wanted.equals(Integer.toString(spoken(session)))) {
            if (wanted.chars().allMatch(c -> c >= '0' && c <= '9')) {
                refuseProtocol(session);
            } else {
                session.reply(Occasion.BAD_ARGUMENT);
            }
            return;
        }
        InetSocketAddress endpoint = listen(session);
        if (endpoint != null) {
            session.reply(Occasion.EXTENDED_PASSIVE, "port", Integer.toString(endpoint.getPort()));
        }
    }

    private static void epsvAll(CeSession session) {
        switch (session.environment().profile().switches().epsvAll()) {
            case ACKNOWLEDGED -> session.reply(Occasion.OKAY);
            case OBEYED -> {
                session.takeOnlyEpsv();
                session.reply(Occasion.OKAY);
            }
            case REFUSED -> refuseProtocol(session);
        }
    }

    private static int spoken(CeSession session) {
        return session.data().isIpv4() ? IPV4 : IPV6;
    }

    private static void refuseProtocol(CeSession session) {
        session.reply(Occasion.PROTOCOL_REFUSED, "protocol", Integer.toString(spoken(session)));
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
