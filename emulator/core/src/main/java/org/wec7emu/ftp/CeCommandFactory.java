package org.wec7emu.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.jspecify.annotations.Nullable;
import org.wec7emu.ftp.Verb.Access;
import org.wec7emu.ftp.Verb.ArgumentRule;
import org.wec7emu.ftp.Verb.Support;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpProfile.UnsupportedVerbs;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.FtpSwitches.Backslash;
import org.wec7emu.profile.FtpSwitches.BeforeLogin;
import org.wec7emu.profile.FtpSwitches.LongCommand;
import org.wec7emu.profile.FtpSwitches.SurplusArgument;

/** The device's verbs as Apache FtpServer's commands: what comes before and after each of them is said once, here. */
final class CeCommandFactory implements CommandFactory {
    private static final String MASK = "****";
    /** No name can have it; stands for a backslash that doesn't separate, which no name can have either. */
    private static final char IN_NO_NAME = '\u0001';

    @Override
    public Command getCommand(String name) {
        return CeCommandFactory::run;
    }

    private static void run(FtpIoSession connection, FtpServerContext context, FtpRequest received) {
        CeSession session = CeSession.of(connection);
        FtpEnvironment environment = session.environment();
        CeRequest request = (CeRequest) received;
        String name = request.verb();
        session.touch();
        environment.note(new DeviceEvent.CommandReceived(
                environment.now(), session.id(), name, name.equals("PASS") ? MASK : request.argument()));
        if (!name.equals("RNTO")) {
            session.login().takeRenameFrom();
        }
        Verb verb = Verbs.find(name);
        Occasion refusal = refusal(session, verb, request);
        if (refusal == null && verb != null) {
            verb.command().execute(session, argument(verb.argument(), request.argument(), environment));
        } else {
            session.reply(refusal == null ? Occasion.UNRECOGNIZED : refusal);
        }
        if (request.tooLong() && environment.profile().switches().longCommand() == LongCommand.CLOSES) {
            session.close(Ending.REFUSED);
        }
        session.touch();
    }

    /** Why a command isn't tried at all; null when it is. */
    private static @Nullable Occasion refusal(CeSession session, @Nullable Verb verb, CeRequest request) {
        FtpProfile profile = session.environment().profile();
        FtpSwitches switches = profile.switches();
        boolean known = verb != null && isKnown(verb, switches);
        if (request.tooLong()) {
            return Occasion.UNRECOGNIZED;
        }
        if (!session.login().isDone() && !isForGuests(known ? verb : null, switches.beforeLogin())) {
            boolean told = !known && switches.beforeLogin() != BeforeLogin.ALL_REFUSED;
            return told ? unknown(verb, profile) : Occasion.NOT_LOGGED_IN;
        }
        if (verb == null || !known) {
            return unknown(verb, profile);
        }
        boolean missing = verb.argument().isNeeded() && request.argument().isEmpty();
        boolean surplus = verb.argument() == ArgumentRule.NONE
                && !request.argument().isBlank()
                && switches.surplusArgument() == SurplusArgument.REFUSED;
        return missing || surplus ? Occasion.BAD_ARGUMENT : null;
    }

    private static boolean isKnown(Verb verb, FtpSwitches switches) {
        return verb.support() == Support.WORKS
                && (switches.extendedPort() || !verb.name().equals("EPRT"));
    }

    private static boolean isForGuests(@Nullable Verb verb, BeforeLogin rule) {
        return verb != null
                && (verb.access() == Access.ANYBODY
                        || (verb.access() == Access.INFORMATIVE && rule == BeforeLogin.INFORMATIVE));
    }

    private static Occasion unknown(@Nullable Verb verb, FtpProfile profile) {
        boolean notImplemented = verb != null
                && verb.support() == Support.DOCUMENTED_UNSUPPORTED
                && profile.documentedUnsupported() == UnsupportedVerbs.NOT_IMPLEMENTED;
        return notImplemented ? Occasion.NOT_IMPLEMENTED : Occasion.UNRECOGNIZED;
    }

    private static String argument(ArgumentRule rule, String argument, FtpEnvironment environment) {
        boolean separates = environment.profile().switches().backslash() == Backslash.SEPARATES;
        return rule.isPath() && !separates ? argument.replace('\\', IN_NO_NAME) : argument;
    }
}
