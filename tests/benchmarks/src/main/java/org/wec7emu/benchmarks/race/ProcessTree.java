package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server's processes, as /proc tells of them. Those that end meanwhile are left out. */
public final class ProcessTree {
    private static final long KIBIBYTE = 1024;
    /** USER_HZ, which is 100 on all that Linux runs on nowadays. */
    private static final double TICKS_A_SECOND = 100;

    private final long root;

    /** @param root whose descendants are the server; it itself isn't */
    ProcessTree(long root) {
        this.root = root;
    }

    /** Bytes that were resident at most (VmHWM), of all processes that are alive; pages they share count for each. */
    long peakMemory() {
        return descendants().stream().mapToLong(ProcessTree::highWaterMark).sum();
    }

    /** Seconds of CPU time, those of processes included that have ended. */
    double processor() {
        return descendants().stream().mapToLong(ProcessTree::ticks).sum() / TICKS_A_SECOND;
    }

    /** What the processes hold of the system at the moment. */
    Holdings holdings() {
        int descriptors = 0;
        int threads = 0;
        for (long process : descendants()) {
            descriptors += count(Path.of("/proc/" + process + "/fd"));
            threads += count(Path.of("/proc/" + process + "/task"));
        }
        return new Holdings(descriptors, threads);
    }

    /** Open descriptors and threads. */
    public record Holdings(int descriptors, int threads) {}

    private static int count(Path directory) {
        String[] names = directory.toFile().list();
        return names == null ? 0 : names.length;
    }

    List<Long> descendants() {
        List<Long> found = new ArrayList<>();
        addChildren(root, found);
        return found;
    }

    private static void addChildren(long process, List<Long> found) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                for (String child : Files.readString(thread.resolve("children")).split(" ", -1)) {
                    if (!child.isBlank()) {
                        found.add(Long.parseLong(child.strip()));
                        addChildren(Long.parseLong(child.strip()), found);
                    }
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // the process has ended meanwhile
        }
    }

    private static long ticks(long process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
            // Behind the name, which may have blanks: state and ten more, then utime, stime, cutime and cstime.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long sum = 0;
            for (int i = 11; i <= 14; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException e) {
            return 0; // the process has ended meanwhile
        }
    }

    private static long highWaterMark(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return KIBIBYTE * Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            // the process has ended meanwhile
        }
        return 0;
    }
}
