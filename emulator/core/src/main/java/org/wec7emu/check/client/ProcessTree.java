package org.wec7emu.check.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A process with all that it has started, those included that made themselves independent of it (setsid, a double fork): each
 * has a mark in its environment. One that threw its environment away and left the tree isn't found.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 200;
    private static final int ROUNDS_UNSEEN = 4;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ProcessHandle root;
    private final String mark;

    /** @param mark NAME=VALUE in the environment of each, of nobody else */
    ProcessTree(ProcessHandle root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    /**
     * Kills them, and those that they start meanwhile, until there is none. One that is just becoming another program has no
     * environment for a moment, so none must be seen several times.
     */
    void kill() {
        int unseen = 0;
        for (int round = 0; round < ROUNDS && unseen < ROUNDS_UNSEEN; round++) {
            Set<ProcessHandle> running = running();
            running.forEach(ProcessHandle::destroyForcibly);
            unseen = running.isEmpty() ? unseen + 1 : 0;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    Set<ProcessHandle> running() {
        Set<ProcessHandle> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(root), root.descendants())
                .filter(ProcessTree::isRunning)
                .forEach(found::add);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isMarked(process)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .filter(ProcessTree::isRunning)
                            .ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            // without /proc the tree itself is all there is
        }
        return found;
    }

    /** One that has ended may stand in the table of processes until its parent asks for it. */
    static boolean isRunning(ProcessHandle process) {
        try {
            String line = Files.readString(PROC.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            char state = line.charAt(line.lastIndexOf(')') + 2); // behind the name, which may have blanks itself
            return state != 'Z' && state != 'X';
        } catch (IOException e) {
            return false;
        }
    }

    /** Of one that has ended the environment is empty; that of another user can't be read. */
    private boolean isMarked(Path process) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return ('\0' + environment).contains('\0' + mark + '\0');
        } catch (IOException e) {
            return false;
        }
    }
}
