package org.wec7emu.ftp;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.wec7emu.fault.FaultState;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.FtpAccess.HiddenFiles;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.Right;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.storage.DeviceStorage;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.FileArea.Hidden;

/**
 * What the FTP server has around it: its settings and what it uses of the device.
 *
 * @param profile the image's FTP server
 * @param storage the device's files
 * @param enforcement the device's firewall at work
 * @param ports which host port stands for which of the device
 * @param ephemeral the stack's next ephemeral port
 * @param address the host's address that the device has
 * @param path the network between clients and the device
 * @param faults what is wrong with the device
 * @param timer for tasks of microseconds
 * @param journal takes every event
 * @param clock the device's clock
 */
public record FtpEnvironment(
        FtpProfile profile,
        DeviceStorage storage,
        Enforcement enforcement,
        PortMap ports,
        EphemeralPorts ephemeral,
        InetAddress address,
        NetworkPath path,
        FaultState faults,
        ScheduledExecutorService timer,
        Journal journal,
        InstantSource clock) {

    Instant now() {
        return clock.instant();
    }

    void note(DeviceEvent event) {
        journal.append(event);
    }

    /** The idle timeout in whole seconds, as timers of sessions count: rounded up, as 0 would be forever. */
    int idleSeconds() {
        long millis = profile.idleTimeout().toMillis();
        return (int) Math.min(Integer.MAX_VALUE, (millis + 999) / 1000);
    }

    /** What a user sees of the device's files. */
    FileArea filesOf(Account account) {
        List<VirtualRoot> roots =
                account.may(Right.VIRTUAL_ROOTS) ? profile.access().virtualRoots() : List.of();
        String home = account.home().orElse(profile.directory());
        return storage.area(home, roots, hidden(account), codePage());
    }

    private Hidden hidden(Account account) {
        if (account.may(Right.HIDDEN_FILES)) {
            return Hidden.SEEN;
        }
        return profile.access().hiddenFiles() == HiddenFiles.NOT_LISTED ? Hidden.NOT_LISTED : Hidden.NOT_THERE;
    }

    Charset codePage() {
        return Charset.forName(profile.codePage());
    }
}
