package org.wec7emu.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the kernel says of a process. */
final class ProcessFacts {
    private static final long KIBI = 1024;

    private final ProcessHandle process;

    ProcessFacts(ProcessHandle process) {
        this.process = process;
    }

    /** Resident, in bytes. */
    long memory() throws IOException {
        return field("VmRSS:") * KIBI;
    }

    int threads() throws IOException {
        return (int) field("Threads:");
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private long field(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("process " + process.pid() + " has no " + name));
    }
}
