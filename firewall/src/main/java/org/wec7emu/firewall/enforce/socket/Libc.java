package org.wec7emu.firewall.enforce.socket;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.ByteBuffer;

/**
 * The C library's calls that the filter needs. Each returns -1 on failure, the reason being {@link Native#getLastError()}.
 * Constants are those of Linux on x86, ARM, RISC-V and LoongArch ({@code include/uapi/asm-generic/socket.h}).
 */
final class Libc {
    static final int SOL_SOCKET = 1;
    static final int SO_ATTACH_FILTER = 26;
    static final int SO_DETACH_FILTER = 27;
    static final int SO_MEMINFO = 55;
    static final int SO_COOKIE = 57;
    static final int IPPROTO_TCP = 6;
    static final int TCP_KEEPIDLE = 4;
    static final int TCP_KEEPINTVL = 5;

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int ENOMEM = 12;

    static {
        // The process has its C library loaded already; looking for libc.so on the disk would only take time.
        Native.register(Libc.class, NativeLibrary.getProcess());
    }

    private Libc() {}

    /** @param value a direct buffer */
    static native int setsockopt(int descriptor, int level, int name, ByteBuffer value, int length);

    static native int getsockopt(int descriptor, int level, int name, int[] value, int[] length);

    static native int dup(int descriptor);

    static native int close(int descriptor);
}
