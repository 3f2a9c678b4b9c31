package org.wec7emu.firewall.enforce.nftables;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of libnftables that are used here. Source: the manual page libnftables(3), https://netfilter.org/projects/nftables.
 */
final class Libnftables {
    /** Debian's package libnftables1. The name with its version, as the one without comes with the headers only. */
    static final String LIBRARY = "libnftables.so.1";

    /** Listings are JSON. */
    static final int OUTPUT_JSON = 1 << 4;

    /** Protocols, types and codes in listings are numbers. */
    static final int OUTPUT_NUMERIC = 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10;

    static {
        Native.register(Libnftables.class, LIBRARY);
    }

    private Libnftables() {}

    static native @Nullable Pointer nft_ctx_new(int flags);

    static native void nft_ctx_free(Pointer context);

    /** Keeps what is listed in memory. Returns 0, or -1 when there is no memory. */
    static native int nft_ctx_buffer_output(Pointer context);

    /** Keeps messages in memory. Returns 0, or -1 when there is no memory. */
    static native int nft_ctx_buffer_error(Pointer context);

    static native void nft_ctx_output_set_flags(Pointer context, int flags);

    /**
     * Runs commands as one transaction.
     *
     * @param commands text ending with a zero byte
     * @return 0, or -1 when one of them failed and so none was carried out
     */
    static native int nft_run_cmd_from_buffer(Pointer context, byte[] commands);

    /** What the last run listed. */
    static native Pointer nft_ctx_get_output_buffer(Pointer context);

    /** What the last run complained about. */
    static native Pointer nft_ctx_get_error_buffer(Pointer context);
}
