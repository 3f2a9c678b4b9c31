package org.wec7emu.firewall.enforce.socket;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.NetworkChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.socket.FilterProgram.Instruction;

/**
 * The kernel's side of a Java socket.
 *
 * <p>The channel may be closed at any time, and its descriptor's number be given to something else. So each operation works
 * on a duplicate made for it, after a look at the socket's cookie, which the kernel never gives to a second socket.
 */
final class SocketDescriptor {
    private static final int MEMINFO_DROPS = 8;
    private static final int INSTRUCTION_BYTES = 8;

    private final int number;
    private final long cookie;

    private SocketDescriptor(int number, long cookie) {
        this.number = number;
        this.cookie = cookie;
    }

    /**
     * Finds a socket.
     *
     * @param expected what {@link DescriptorSearch#expected} said right before it was opened; 0 for one that is in use
     * @throws IOException when it isn't found
     */
    static SocketDescriptor of(NetworkChannel channel, int expected) throws IOException {
        int number = DescriptorSearch.find(channel, expected);
        return new SocketDescriptor(
                number, cookie(number).orElseThrow(() -> failure("can't identify a socket (SO_COOKIE)")));
    }

    /**
     * Puts a program in the place of the one there is, without a moment in between; no program lets everything pass.
     * Does nothing when the socket is closed.
     *
     * @throws IOException when the kernel refuses
     */
    void attach(Optional<FilterProgram> program) throws IOException {
        int own = duplicate();
        if (own < 0) {
            return;
        }
        try {
            if (program.isPresent()) {
                attach(own, program.get());
            } else {
                detach(own);
            }
        } finally {
            Libc.close(own);
        }
    }

    /** Packets the socket has dropped, of a listening one connection attempts; empty when the socket is closed. */
    OptionalLong drops() {
        int own = duplicate();
        if (own < 0) {
            return OptionalLong.empty();
        }
        try {
            int[] words = new int[MEMINFO_DROPS + 1];
            int answer = Libc.getsockopt(own, Libc.SOL_SOCKET, Libc.SO_MEMINFO, words, sizeOf(words));
            return answer == 0 ? OptionalLong.of(Integer.toUnsignedLong(words[MEMINFO_DROPS])) : OptionalLong.empty();
        } finally {
            Libc.close(own);
        }
    }

    /** A descriptor of our own for the socket, to be closed; -1 when the socket is no more. */
    private int duplicate() {
        // Not even for a moment of another file: closing a duplicate would end the locks that the process has on it.
        if (!isTheSocket(number)) {
            return -1;
        }
        int own = Libc.dup(number);
        if (own >= 0 && !isTheSocket(own)) {
            Libc.close(own);
            return -1;
        }
        return own;
    }

    private boolean isTheSocket(int descriptor) {
        OptionalLong found = cookie(descriptor);
        return found.isPresent() && found.getAsLong() == cookie;
    }

    private static OptionalLong cookie(int descriptor) {
        int[] halves = new int[2];
        int answer = Libc.getsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_COOKIE, halves, sizeOf(halves));
        return answer == 0
                ? OptionalLong.of(Integer.toUnsignedLong(halves[0]) | (long) halves[1] << Integer.SIZE)
                : OptionalLong.empty();
    }

    private static void attach(int descriptor, FilterProgram program) throws IOException {
        // struct sock_fprog, a length and a pointer, with the instructions right behind it
        int header = 2 * Native.POINTER_SIZE;
        ByteBuffer memory = ByteBuffer.allocateDirect(header + program.length() * INSTRUCTION_BYTES)
                .order(ByteOrder.nativeOrder());
        memory.putShort((short) program.length()).position(Native.POINTER_SIZE);
        long instructions = Pointer.nativeValue(Native.getDirectBufferPointer(memory)) + header;
        if (Native.POINTER_SIZE == Long.BYTES) {
            memory.putLong(instructions);
        } else {
            memory.putInt((int) instructions);
        }
        for (Instruction instruction : program.instructions()) {
            memory.putShort((short) instruction.code())
                    .put((byte) instruction.ifTrue())
                    .put((byte) instruction.ifFalse())
                    .putInt(instruction.operand());
        }
        memory.rewind();
        if (Libc.setsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_ATTACH_FILTER, memory, header) != 0) {
            throw failure("the kernel refuses a socket filter of length " + program.length());
        }
    }

    private static void detach(int descriptor) throws IOException {
        ByteBuffer ignored = ByteBuffer.allocateDirect(Integer.BYTES);
        int answer = Libc.setsockopt(descriptor, Libc.SOL_SOCKET, Libc.SO_DETACH_FILTER, ignored, ignored.capacity());
        if (answer != 0 && Native.getLastError() != Libc.ENOENT) {
            throw failure("the kernel keeps a socket filter that is to go");
        }
    }

    private static int[] sizeOf(int[] words) {
        return new int[] {words.length * Integer.BYTES};
    }

    private static EnforcementException failure(String what) {
        int error = Native.getLastError();
        String why =
                switch (error) {
                    case Libc.EPERM -> "it allows socket filters only with CAP_NET_ADMIN (EPERM)";
                    case Libc.ENOMEM -> "there is no room for it, raise the sysctl net.core.optmem_max (ENOMEM)";
                    default -> "error number " + error;
                };
        return new EnforcementException(what + ": " + why);
    }
}
