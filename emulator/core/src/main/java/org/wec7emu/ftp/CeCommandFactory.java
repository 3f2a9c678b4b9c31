package org.wec7emu.ftp;

import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.profile.FtpProfile.UnsupportedVerbs;
import org.wec7emu.profile.FtpReplies.Occasion;

/** The device's verbs as Apache FtpServer's commands: what comes before and after each of them is said once, here. */
final class CeCommandFactory implements CommandFactory {
    private static final String MASK = "****";

    @Override
    public Command getCommand(String name) {
        return CeCommandFactory::run;
    }

    private static void run(FtpIoSession connection, FtpServerContext context, FtpRequest request) {
        CeSession session = CeSession.of(connection);
        FtpEnvironment environment = session.environment();
        String name = request.getCommand();
        String argument = request.getArgument();
        session.touch();
        environment.note(new DeviceEvent.CommandReceived(
                environment.now(), session.id(), name, name.equals("PASS") ? MASK : argument));
        if (!name.equals("RNTO")) {
            session.takeRenameFrom();
        }
        Verb verb = Verbs.find(name);
        if (request.getRequestLine().length() > environment.profile().maxCommandLength()) {
            session.reply(Occasion.UNRECOGNIZED);
        } else if (verb == null) {
            session.reply(refusal(environment, name));
        } else if (verb.access() == Verb.Access.LOGGED_IN && !session.isLoggedIn()) {
            session.reply(Occasion.NOT_LOGGED_IN);
        } else if (verb.argument() == Verb.ArgumentRule.NEEDED && argument.isEmpty()) {
            session.reply(Occasion.BAD_ARGUMENT);
        } else {
            verb.command().execute(session, argument);
        }
        session.touch();
    }

    private static Occasion refusal(FtpEnvironment environment, String name) {
        boolean notImplemented = Verbs.isDocumentedUnsupported(name)
                && environment.profile().documentedUnsupported() == UnsupportedVerbs.NOT_IMPLEMENTED;
        return notImplemented ? Occasion.NOT_IMPLEMENTED : Occasion.UNRECOGNIZED;
    }
}
