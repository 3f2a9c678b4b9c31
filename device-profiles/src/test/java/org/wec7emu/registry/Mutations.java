package org.wec7emu.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** What may become of a file's bytes: parts lost, doubled, overwritten, put in. */
public final class Mutations {
    private static final String[] FRAGMENTS = {
        "[",
        "]",
        "[-",
        "\"",
        "\\",
        "\\\r\n",
        "=",
        "=-",
        "@=",
        ";",
        ",",
        ":",
        "hex(7):",
        "hex(2):",
        "hex(4):",
        "hex:",
        "dword:",
        "multi_sz:",
        "\0",
        "\r",
        "\n",
        "HKLM\\",
        "REGEDIT4\r\n",
        "\uFEFF",
        "\uD800",
        "IF X\r\n",
        "-",
    };

    private final Random random;
    private final RegistryForm form;

    public Mutations(long seed, RegistryForm form) {
        this.random = new Random(seed);
        this.form = form;
    }

    /** One to four of them. */
    public byte[] of(byte[] file) {
        byte[] mutant = file;
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutant = mutate(mutant);
        }
        return mutant;
    }

    private byte[] mutate(byte[] bytes) {
        // Seldom in the middle of a character, behind which nothing could be read.
        int step = form == RegistryForm.VERSION_5 && random.nextInt(4) > 0 ? Character.BYTES : 1;
        int from = random.nextInt(bytes.length / step + 1) * step;
        int to = Math.min(bytes.length, from + (1 + random.nextInt(40)) * step);
        byte[] start = Arrays.copyOf(bytes, from);
        return switch (random.nextInt(6)) {
            case 0 -> joined(start, new byte[0], Arrays.copyOfRange(bytes, to, bytes.length));
            case 1, 2 -> joined(start, fragment(), Arrays.copyOfRange(bytes, from, bytes.length));
            case 3 ->
                joined(start, new byte[] {(byte) random.nextInt(256)}, Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> joined(Arrays.copyOf(bytes, to), new byte[0], Arrays.copyOfRange(bytes, from, bytes.length));
            default -> start;
        };
    }

    private byte[] fragment() {
        String fragment = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
        return form == RegistryForm.VERSION_5 ? form.encode(fragment) : fragment.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] start, byte[] middle, byte[] end) {
        byte[] all = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, all, start.length, middle.length);
        System.arraycopy(end, 0, all, start.length + middle.length, end.length);
        return all;
    }
}
