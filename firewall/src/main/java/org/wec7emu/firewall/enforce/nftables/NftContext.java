package org.wec7emu.firewall.enforce.nftables;

import com.sun.jna.Pointer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * A line to the kernel's packet filter, in the network namespace of the thread that opened it. The kernel removes the tables
 * that were made over it with the flag {@code owner} when it is closed or the process ends, however it ends. Safe for use by
 * several threads.
 */
final class NftContext implements Closeable {
    /** Of FD_SETSIZE, 1,024, some are left for threads that open files in the same moment. */
    private static final int HIGHEST_DESCRIPTOR = 960;

    private final Pointer context;
    private boolean closed;

    private NftContext(Pointer context) {
        this.context = context;
    }

    /** @throws EnforcementException when the library can't be had, or this process may not filter packets */
    static NftContext open() throws EnforcementException {
        // Asked first, as the library complains on standard error.
        if (!Capability.hasNetAdmin()) {
            throw new EnforcementException("the kernel allows packet filters only with CAP_NET_ADMIN");
        }
        requireLowDescriptor();
        try {
            Pointer context = Libnftables.nft_ctx_new(0);
            if (context == null
                    || Libnftables.nft_ctx_buffer_output(context) != 0
                    || Libnftables.nft_ctx_buffer_error(context) != 0) {
                throw new EnforcementException("libnftables has no memory left");
            }
            Libnftables.nft_ctx_output_set_flags(context, Libnftables.OUTPUT_JSON | Libnftables.OUTPUT_NUMERIC);
            return new NftContext(context);
        } catch (UnsatisfiedLinkError e) {
            throw new EnforcementException(
                    Libnftables.LIBRARY + " isn't installed (on Debian: apt-get install libnftables1)", e);
        } catch (LinkageError e) {
            // The class was tried before and couldn't be set up, or there is no JNA for this platform.
            throw new EnforcementException(Libnftables.LIBRARY + " can't be called: " + e, e);
        }
    }

    /**
     * The library waits with select(2), which knows no higher descriptors and ends the process that tries one.
     *
     * @throws EnforcementException when there is none left for it
     */
    private static void requireLowDescriptor() throws EnforcementException {
        BitSet used = new BitSet();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            descriptors.forEach(descriptor ->
                    used.set(Integer.parseInt(descriptor.getFileName().toString())));
        } catch (IOException e) {
            throw new EnforcementException("can't tell which descriptors are free: " + e.getMessage(), e);
        }
        if (used.nextClearBit(0) >= HIGHEST_DESCRIPTOR) {
            throw new EnforcementException("this process has " + used.cardinality()
                    + " files open, and libnftables can't be used with so many; start a device before they are opened");
        }
    }

    /**
     * Carries out all of the commands, or none of them, at one moment.
     *
     * @return what was listed, as JSON
     * @throws EnforcementException with what the kernel or the library says
     */
    synchronized String run(String commands) throws EnforcementException {
        if (closed) {
            throw new EnforcementException("the line to the kernel's packet filter has been closed");
        }
        if (Libnftables.nft_run_cmd_from_buffer(context, (commands + "\0").getBytes(StandardCharsets.UTF_8)) != 0) {
            throw new EnforcementException(firstLine(text(Libnftables.nft_ctx_get_error_buffer(context))));
        }
        return text(Libnftables.nft_ctx_get_output_buffer(context));
    }

    /** What is in each of some sets, as JSON, one after the other. */
    String list(TableText table, List<String> sets) throws EnforcementException {
        StringBuilder listings = new StringBuilder();
        for (String set : sets) {
            listings.append(run(table.list(set)));
        }
        return listings.toString();
    }

    private static String text(Pointer buffer) {
        return buffer.getString(0, StandardCharsets.UTF_8.name());
    }

    /** Of a message that goes on to quote the command. */
    private static String firstLine(String message) {
        String line = message.strip().lines().findFirst().orElse("no reason given");
        int text = line.indexOf("Error: ");
        String said = text < 0 ? line : line.substring(text + "Error: ".length());
        return said.contains("Operation not permitted")
                ? "the kernel allows packet filters only with CAP_NET_ADMIN (" + said + ")"
                : said;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Libnftables.nft_ctx_free(context);
        }
    }
}
