package org.wec7emu.benchmarks.race;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache FtpServer as it comes, with one user, and without its limit of ten logins. */
public final class BareFtpServer {
    private static final int NO_LIMIT = 0;

    private BareFtpServer() {}

    /**
     * Serves until it is killed.
     *
     * @param args address, port, home, user, password
     */
    public static void main(String[] args) throws FtpException, InterruptedException {
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress(args[0]);
        listener.setPort(Integer.parseInt(args[1]));
        BaseUser user = new BaseUser();
        user.setHomeDirectory(args[2]);
        user.setName(args[3]);
        user.setPassword(args[4]);
        user.setAuthorities(List.of(new WritePermission(), new ConcurrentLoginPermission(NO_LIMIT, NO_LIMIT)));
        UserManager users = new PropertiesUserManagerFactory().createUserManager();
        users.save(user);
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setMaxLogins(NO_LIMIT);
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        factory.setUserManager(users);
        factory.setConnectionConfig(connections.createConnectionConfig());
        factory.createServer().start();
        new CountDownLatch(1).await();
    }
}
