package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** Devices to test with, and what this process has open for them. */
final class Devices {
    /** Long enough for anything that is going to happen. */
    static final Duration LIMIT = Duration.ofSeconds(15);

    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";

    private Devices() {}

    static DeviceProfile image(String name) {
        try {
            return ProfileCatalog.bundled().find(name);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The v604h image with other FTP settings, as {@code "max-sessions: 2"}. */
    static DeviceProfile withFtp(String... settings) {
        return with(ftp(settings));
    }

    /** The v604h image with other sections, as a profile has them. */
    static DeviceProfile with(String sections) {
        return with(V604H, sections);
    }

    /** The image before v604h, whose firewall is off, with other FTP settings. */
    static DeviceProfile openWithFtp(String... settings) {
        return with(BASELINE, ftp(settings));
    }

    private static String ftp(String... settings) {
        return "ftp:\n  " + String.join("\n  ", settings) + "\n";
    }

    private static DeviceProfile with(String image, String sections) {
        String text = "extends: " + image + "\nevidence: {grade: unknown, note: chosen by a test}\n"
                + "image: {name: TEST, synthetic: true, description: of a test}\n" + sections;
        try {
            return ProfileReader.read(text, "test.yaml", ProfileCatalog.bundled());
        } catch (ProfileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Device started(DeviceProfile profile) throws IOException {
        return Device.builder(profile).portOffset(PortOffset.ANY_FREE).start();
    }

    /**
     * A device whose firewall is enforced at a level, on free ports or at an address of its own; skips the test that asks
     * where this machine hasn't got the level.
     */
    static DeviceBuilder builder(DeviceProfile profile, EnforcementLevel level) {
        try {
            if (level == EnforcementLevel.NFTABLES) {
                InetAddress own = ownAddress();
                return Device.builder(profile).bind(own).enforcer(Enforcers.named(level, new Placement(own, true)));
            }
            return Device.builder(profile).portOffset(PortOffset.ANY_FREE).enforcer(Enforcers.named(level));
        } catch (EnforcementException e) {
            return Assumptions.abort("needs the enforcement level " + level.label()
                    + " (CAP_NET_ADMIN on recent kernels; nftables also libnftables1): " + e.getMessage());
        }
    }

    /** An address of loopback that no other test uses. */
    static InetAddress ownAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return AddressRange.parse(
                        "127." + random.nextInt(128, 192) + "." + random.nextInt(256) + "." + random.nextInt(2, 255))
                .base();
    }

    /** Names of the live threads that belong to devices. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("wec7emu-"))
                .sorted()
                .toList();
    }

    /** Sockets, epoll instances and files in temporary directories that this process has open. */
    static List<String> descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(Devices::target)
                    .filter(target -> !target.startsWith("/") || target.contains("/wec7emu-"))
                    .map(target -> target.replaceAll("\\[\\d+]", ""))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    static int descriptorCount() {
        try {
            return descriptors().size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "/"; // that of the listing itself
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Scratch directories of this very process. */
    static List<Path> scratchDirectories() throws IOException {
        String mine = "wec7emu-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith(mine))
                    .toList();
        }
    }

    /** Waits for a state of the process that no event tells of; false at the limit. */
    static boolean comesTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }
}
