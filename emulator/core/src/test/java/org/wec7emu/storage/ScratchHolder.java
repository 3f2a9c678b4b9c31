package org.wec7emu.storage;

/** A process of its own that holds a scratch directory until its standard input ends or it is killed. */
final class ScratchHolder {
    private ScratchHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            System.out.println(scratch.path());
            System.in.read();
        }
    }
}
