package org.wec7emu.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds of the system.
 *
 * @param things threads of devices and clients, descriptors, scratch directories and tables of the kernel's packet filter, in words
 * @param heap bytes in use after a collection
 */
record Holdings(List<String> things, long heap) {
    /** Threads end, and the kernel gives sockets back, a little after they are told to. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    private static final long LOOK_NANOS = 50_000_000;
    private static final long NFT_SECONDS = 10;

    /** What may be more at the end: classes and compiled code that only a longer life needs are not leaks. */
    private static final long HEAP_ALLOWANCE = 16L << 20;

    static Holdings now() throws IOException, InterruptedException {
        return new Holdings(look(), usedHeap());
    }

    /** What is there beyond this, in sentences; waits a while until nothing is. */
    List<String> excess(Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        usedHeap(); // closes what a client library has forgotten; a channel of ours it doesn't
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            left = left();
        }
        List<String> excess = new ArrayList<>();
        for (String thing : left) {
            excess.add("left behind: " + thing + tcpRow(thing));
        }
        long now = usedHeap();
        if (now > heap + HEAP_ALLOWANCE) {
            excess.add("the heap has " + (now >> 20) + " MiB after a collection, " + (heap >> 20) + " MiB before");
        }
        return excess;
    }

    private List<String> left() throws IOException, InterruptedException {
        List<String> left = look();
        things.forEach(left::remove);
        return left;
    }

    private static List<String> look() throws IOException, InterruptedException {
        List<String> things = new ArrayList<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("wec7emu-") || name.startsWith("soak-"))
                .forEach(name -> things.add("thread " + name));
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            open.map(Holdings::target)
                    .filter(target -> !target.startsWith("/") || target.contains("/wec7emu-"))
                    .forEach(target -> things.add("descriptor " + target));
        }
        String mine = "wec7emu-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(path -> path.getFileName().toString().startsWith(mine))
                    .forEach(path -> things.add("directory " + path));
        }
        tables().stream().filter(table -> table.contains(mine)).forEach(things::add);
        return things;
    }

    /** What the kernel says of a socket. */
    private static String tcpRow(String thing) throws IOException {
        int inode = thing.indexOf("socket:[");
        if (inode < 0) {
            return "";
        }
        String number = " " + thing.substring(inode + "socket:[".length(), thing.length() - 1) + " ";
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("tcp", "tcp6", "udp")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/self/net", table))) {
                lines.filter(line -> line.contains(number))
                        .forEach(line ->
                                rows.append(", ").append(table).append(' ').append(line.strip()));
            }
        }
        return rows.toString();
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

    /** Lines of nft; none where there is no nft, or nobody may ask it. */
    private static List<String> tables() throws IOException, InterruptedException {
        Process nft;
        try {
            nft = new ProcessBuilder("nft", "list", "tables")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return List.of();
        }
        nft.getOutputStream().close();
        if (!nft.waitFor(NFT_SECONDS, TimeUnit.SECONDS)) {
            nft.destroyForcibly();
            return List.of();
        }
        try (Stream<String> lines = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()) {
            return lines.collect(Collectors.toList());
        }
    }

    private static long usedHeap() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
