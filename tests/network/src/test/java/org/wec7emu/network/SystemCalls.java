package org.wec7emu.network;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;

/**
 * The C library's calls that the lab needs, on Linux of 64 bits. Each returns -1 on failure, the reason being {@link
 * Native#getLastError()}. Constants are those of x86, ARM and RISC-V ({@code include/uapi/asm-generic}).
 */
final class SystemCalls {
    static final int O_RDONLY = 0;
    static final int O_RDWR = 2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int CLONE_NEWNET = 0x40000000;
    static final short POLLIN = 1;

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int IPPROTO_IP = 0;
    static final int IPPROTO_IPV6 = 41;
    static final int IPPROTO_RAW = 255;
    static final int IP_HDRINCL = 3;
    static final int IPV6_HDRINCL = 36;

    static final int EPERM = 1;
    static final int EAGAIN = 11;

    static {
        Native.register(SystemCalls.class, NativeLibrary.getProcess());
    }

    private SystemCalls() {}

    static native int open(String path, int flags);

    static native int close(int descriptor);

    static native int setns(int descriptor, int type);

    static native int ioctl(int descriptor, long request, byte[] argument);

    static native long read(int descriptor, byte[] buffer, long size);

    static native long write(int descriptor, byte[] bytes, long size);

    /** @param descriptors pairs of a descriptor and, in the lower half, the events asked for */
    static native int poll(int[] descriptors, long count, int milliseconds);

    static native int socket(int family, int type, int protocol);

    static native int setsockopt(int descriptor, int level, int name, int[] value, int size);

    static native long sendto(int descriptor, byte[] bytes, long size, int flags, byte[] address, int addressSize);

    static native int if_nametoindex(String device);

    /** Goes on with the result of a call unless it failed. */
    static int checked(int result, String what) throws IOException {
        if (result < 0) {
            throw failure(what);
        }
        return result;
    }

    static IOException failure(String what) {
        return new IOException(what + " failed: error number " + Native.getLastError());
    }
}
