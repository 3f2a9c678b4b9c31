package org.wec7emu.firewall.enforce.socket;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.wec7emu.firewall.enforce.socket.FilterProgram.Instruction;

/** Runs a filter program as the kernel would, on nothing but an IP header. */
final class BpfInterpreter {
    private BpfInterpreter() {}

    /** Whether a packet with these addresses, of one family, is kept. */
    static boolean passes(FilterProgram program, InetAddress source, InetAddress destination) {
        ByteBuffer header = header(source.getAddress(), destination.getAddress());
        int accumulator = 0;
        for (int at = 0; ; at++) {
            Instruction now = program.instructions().get(at);
            int operand = now.operand();
            switch (now.code()) {
                case Instruction.LOAD_WORD -> accumulator = header.getInt(operand - FilterCompiler.IP_HEADER);
                case Instruction.LOAD_BYTE -> accumulator = header.get(operand - FilterCompiler.IP_HEADER) & 0xFF;
                case Instruction.AND -> accumulator &= operand;
                case Instruction.JUMP -> at += operand;
                case Instruction.JUMP_EQUAL -> at += skip(now, accumulator == operand);
                case Instruction.JUMP_GREATER -> at += skip(now, Integer.compareUnsigned(accumulator, operand) > 0);
                case Instruction.JUMP_GREATER_OR_EQUAL ->
                    at += skip(now, Integer.compareUnsigned(accumulator, operand) >= 0);
                case Instruction.RETURN -> {
                    return operand != 0;
                }
                default -> throw new IllegalStateException("unknown operation in " + now);
            }
        }
    }

    private static int skip(Instruction jump, boolean holds) {
        return holds ? jump.ifTrue() : jump.ifFalse();
    }

    private static ByteBuffer header(byte[] source, byte[] destination) {
        boolean ipv4 = source.length == 4;
        return ByteBuffer.allocate(40)
                .put(0, (byte) (ipv4 ? 0x45 : 0x60))
                .put(ipv4 ? 12 : 8, source)
                .put(ipv4 ? 16 : 24, destination);
    }
}
