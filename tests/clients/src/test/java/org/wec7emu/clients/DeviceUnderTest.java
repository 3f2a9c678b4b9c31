package org.wec7emu.clients;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.opentest4j.TestAbortedException;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceBuilder;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FtpProfile;

/** Describes the device of one test. Without another word it is ready for FTP and enforced by full accept queues. */
record DeviceUnderTest(DeviceProfile profile, String state, EnforcementLevel level, InetAddress address) {
    static DeviceUnderTest of(Image image) {
        return new DeviceUnderTest(
                image.profile(), "ftp-ready", EnforcementLevel.BACKLOG, InetAddress.getLoopbackAddress());
    }

    DeviceUnderTest state(String name) {
        return new DeviceUnderTest(profile, name, level, address);
    }

    /** At the level nftables it also gets an address of its own, which that level needs. */
    DeviceUnderTest enforcedBy(EnforcementLevel other) {
        return new DeviceUnderTest(profile, state, other, other == EnforcementLevel.NFTABLES ? ownAddress() : address);
    }

    /** An address of loopback that no other test uses. */
    static InetAddress ownAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int[] parts = {random.nextInt(64, 128), random.nextInt(256), random.nextInt(2, 255)};
        return AddressRange.parse("127." + parts[0] + "." + parts[1] + "." + parts[2])
                .base();
    }

    /** With the best that this process may use: a whole firewall at an address of the device's own, or the next lesser one. */
    DeviceUnderTest enforcedAsWellAsPossible() throws EnforcementException {
        Placement own = new Placement(ownAddress(), true);
        return enforcedBy(Enforcers.best(own).enforcer().level());
    }

    /** Gives the device a loopback address that no other test uses, so that its ephemeral ports are all its own. */
    DeviceUnderTest alone() {
        return new DeviceUnderTest(profile, state, level, ownAddress());
    }

    /** With another time for which the server waits for a data connection, whoever opens it. */
    DeviceUnderTest dataWait(Duration wait) {
        FtpProfile ftp = profile.ftp();
        FtpProfile patient = new FtpProfile(
                ftp.serverActive(),
                ftp.access(),
                ftp.allowLowPorts(),
                ftp.allowThirdParty(),
                ftp.directory(),
                ftp.replies(),
                ftp.documentedUnsupported(),
                wait,
                ftp.dataStall(),
                ftp.idleTimeout(),
                ftp.maxSessions(),
                ftp.loginDelay(),
                ftp.maxCommandLength(),
                ftp.codePage(),
                ftp.renameOverwrites(),
                ftp.nlstArgument(),
                ftp.switches().withDialWait(wait));
        return new DeviceUnderTest(profile.with(patient), state, level, address);
    }

    /** Skips the test, naming why, where the level can't be had. */
    Device start() throws IOException {
        return builder().start();
    }

    /** The same, for tests that want to say more of the device. */
    DeviceBuilder builder() {
        try {
            return Device.builder(profile)
                    .state(state)
                    .bind(address)
                    .portOffset(level == EnforcementLevel.NFTABLES ? PortOffset.NONE : PortOffset.ANY_FREE)
                    .enforcer(chosenEnforcer());
        } catch (EnforcementException e) {
            throw new TestAbortedException(e.getMessage());
        }
    }

    private Enforcer chosenEnforcer() throws EnforcementException {
        return Enforcers.named(level, new Placement(address, level == EnforcementLevel.NFTABLES));
    }

    /** What enforces at that level; skips the test, naming why, where it can't be had. */
    static Enforcer enforcer(EnforcementLevel level) {
        try {
            return Enforcers.named(level);
        } catch (EnforcementException e) {
            throw new TestAbortedException(e.getMessage());
        }
    }
}
