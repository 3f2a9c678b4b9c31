package org.wec7emu.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Another machine, on a cable to the one that Docker runs on. It lives as long as a process that waits on a pipe of this JVM.
 * Only where Docker has a network of its own, as the one that ./verify starts: nobody else's is given a cable.
 */
final class Elsewhere implements AutoCloseable {
    /** The Docker host's address on the cable. */
    static final String DOCKER_HOST = "198.18.2.1";

    private static final String OWN = "198.18.2.2";
    private static final String CABLE = "wec7elsewhere";

    private final Process holder;

    private Elsewhere(Process holder) {
        this.holder = holder;
    }

    static Elsewhere connected() throws IOException, InterruptedException {
        if (System.getenv("WEC7_DOCKER_NETWORK") == null) {
            throw new TestAbortedException(
                    "needs a Docker with a network of its own: ./verify starts one as root, where no other"
                            + " Docker answers");
        }
        Process holder = new ProcessBuilder("unshare", "--net", "--", "sh", "-c", "echo; exec cat").start();
        Elsewhere machine = new Elsewhere(holder);
        try {
            if (holder.getInputStream().read() < 0) {
                throw new IOException("unshare --net made no network namespace");
            }
            String pid = Long.toString(holder.pid());
            ip("link", "add", CABLE, "type", "veth", "peer", "name", "eth0", "netns", pid);
            ip("address", "add", DOCKER_HOST + "/24", "dev", CABLE);
            ip("link", "set", CABLE, "up");
            Command.output(machine.inside(List.of("ip", "address", "add", OWN + "/24", "dev", "eth0")));
            Command.output(machine.inside(List.of("ip", "link", "set", "eth0", "up")));
            return machine;
        } catch (IOException e) {
            machine.close();
            throw e;
        }
    }

    private static void ip(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ip"));
        words.addAll(List.of(arguments));
        Command.output(words);
    }

    /** The command line that runs a program there. */
    List<String> inside(List<String> command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "--net=/proc/" + holder.pid() + "/ns/net", "--"));
        inside.addAll(command);
        return inside;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Command.run(List.of("ip", "link", "delete", CABLE));
        holder.destroyForcibly();
        holder.waitFor();
    }
}
