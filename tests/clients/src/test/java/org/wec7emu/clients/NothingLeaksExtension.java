package org.wec7emu.clients;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Fails a test after which more of the process is left than before: a thread of the emulator, a socket, an epoll instance, or
 * an open file that is no library's. A test must have closed its devices by then; {@code @AfterEach} is part of the test.
 *
 * <p>Sees the whole process, so it belongs on classes that are {@link Isolated}. What the JVM opens once and keeps must be
 * open before: a device should have run.
 */
final class NothingLeaksExtension implements BeforeEachCallback, AfterEachCallback {
    /** Threads end, and the kernel gives sockets back, a little after they are told to. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(NothingLeaksExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        context.getStore(STORE).put("before", held());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        @SuppressWarnings("unchecked")
        Set<String> before = (Set<String>) context.getStore(STORE).get("before", Set.class);
        if (!Eventually.within(LIMIT, () -> before.containsAll(held()))) {
            Set<String> leaked = held();
            leaked.removeAll(before);
            throw new AssertionError(context.getDisplayName() + " has left behind: " + String.join("; ", leaked));
        }
    }

    /** All that a device could leave in this process, in words. */
    static Set<String> held() throws IOException {
        Set<String> held = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && thread.getName().startsWith("wec7emu-"))
                .map(thread -> "thread " + thread.getName() + " #" + thread.getId())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, String> sockets = new TreeMap<>();
        TcpTable.rows()
                .forEach(row -> sockets.put(
                        row.inode(), "TCP socket " + row.localPort() + " to " + row.remotePort() + ", " + row.state()));
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (isCounted(target)) {
                    held.add("descriptor " + descriptor.getFileName() + ", " + described(target, sockets));
                }
            }
        }
        return held;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed since the directory was read
        }
    }

    /** The JVM opens libraries, and these lists themselves, whenever it likes. */
    private static boolean isCounted(String target) {
        return !target.isEmpty()
                && !target.endsWith(".jar")
                && !target.startsWith("/proc/")
                && !target.startsWith(System.getProperty("java.home"));
    }

    private static String described(String target, Map<Long, String> sockets) {
        if (!target.startsWith("socket:[")) {
            return target;
        }
        long inode = Long.parseLong(target.substring("socket:[".length(), target.length() - 1));
        return sockets.getOrDefault(inode, "a socket of another kind") + " " + target;
    }
}
