package org.wec7emu.firewall.enforce.socket;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A classic BPF program for a socket: what {@code SO_ATTACH_FILTER} takes. Source: {@code
 * Documentation/networking/filter.rst} of Linux.
 *
 * @param instructions 1 to {@link #LONGEST}
 */
record FilterProgram(List<Instruction> instructions) {
    /** The kernel takes no more instructions than this ({@code BPF_MAXINSNS}). */
    static final int LONGEST = 4096;

    FilterProgram {
        instructions = List.copyOf(instructions);
    }

    /** Drops every packet. */
    static FilterProgram dropAll() {
        return new FilterProgram(List.of(Instruction.ret(false)));
    }

    int length() {
        return instructions.size();
    }

    /** As bpfc and {@code bpf_dbg} write it, one instruction a line. */
    @Override
    public String toString() {
        return instructions.stream().map(Instruction::toString).collect(Collectors.joining("\n"));
    }

    /**
     * One instruction.
     *
     * @param code operation
     * @param ifTrue instructions to skip when a comparison holds, 0 to 255
     * @param ifFalse instructions to skip when it doesn't, 0 to 255
     * @param operand {@code k}, unsigned
     */
    record Instruction(int code, int ifTrue, int ifFalse, int operand) {
        static final int LOAD_WORD = 0x20;
        static final int LOAD_BYTE = 0x30;
        static final int JUMP = 0x05;
        static final int JUMP_EQUAL = 0x15;
        static final int JUMP_GREATER = 0x25;
        static final int JUMP_GREATER_OR_EQUAL = 0x35;
        static final int AND = 0x54;
        static final int RETURN = 0x06;

        static Instruction of(int code, int operand) {
            return new Instruction(code, 0, 0, operand);
        }

        /** The verdict is how many bytes to keep: all, or none, which is a drop. */
        static Instruction ret(boolean passes) {
            return of(RETURN, passes ? -1 : 0);
        }

        @Override
        public String toString() {
            String skips = " #0x" + Integer.toHexString(operand) + ", " + ifTrue + ", " + ifFalse;
            return switch (code) {
                case LOAD_WORD -> "ld [" + operand + "]";
                case LOAD_BYTE -> "ldb [" + operand + "]";
                case JUMP -> "ja " + operand;
                case JUMP_EQUAL -> "jeq" + skips;
                case JUMP_GREATER -> "jgt" + skips;
                case JUMP_GREATER_OR_EQUAL -> "jge" + skips;
                case AND -> "and #0x" + Integer.toHexString(operand);
                case RETURN -> "ret #" + operand;
                default -> throw new IllegalStateException("unknown operation " + code);
            };
        }
    }
}
