package org.wec7emu.firewall.enforce.nftables;

import com.sun.jna.Pointer;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * A line to the kernel's packet filter, in the network namespace of the thread that opened it. The kernel removes the tables
 * that were made over it with the flag {@code owner} when it is closed or the process ends, however it ends. Safe for use by
 * several threads.
 */
final class NftContext implements Closeable {
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
