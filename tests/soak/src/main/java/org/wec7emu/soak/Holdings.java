package org.wec7emu.soak;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    private static final long LIMIT_SECONDS = 20;

    private static final long LOOK_NANOS = 50_000_000;
    private static final long NFT_SECONDS = 10;

    /** What may be more at the end: classes and compiled code that only a longer life needs are not leaks. */
    private static final long HEAP_ALLOWANCE = 16L << 20;

    static Holdings now() throws IOException, InterruptedException {
        return new Holdings(look(), usedHeap());
    }

    /** What is there beyond this, in sentences; waits a while until nothing is. */
    List<String> excess() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            left = left();
        }
        List<String> excess = new ArrayList<>(left);
        excess.replaceAll(thing -> "left behind: " + thing);
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
                    .forEach(target -> things.add("descriptor " + target.replaceAll("\\[\\d+]", "")));
        }
        String mine = "wec7emu-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(path -> path.getFileName().toString().startsWith(mine))
                    .forEach(path -> things.add("directory " + path));
        }
        tables().stream().filter(table -> table.contains(mine)).forEach(things::add);
        return things;
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
