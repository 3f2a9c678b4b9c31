package org.wec7emu.device;

import java.util.List;
import java.util.Random;

/** Paths that try to lead somewhere else than they may, made of the pieces that such paths are made of. */
final class HostilePaths {
    private static final List<String> PIECES = List.of(
            "..",
            "..",
            "..",
            ".",
            "",
            "...",
            "....",
            ".. ",
            " ..",
            "..\u0000",
            "..;",
            "%2e%2e",
            "\u00b7\u00b7",
            "C:",
            "\\\\?\\",
            "\\\\.\\",
            "$device",
            "$bus",
            "CON",
            "NUL",
            "COM1",
            "COM1:",
            "LPT1.txt",
            "CON.txt",
            "nul.",
            "AUX ",
            "*",
            "*.*",
            "?",
            "<a>",
            "a|b",
            "\"",
            "\u0000",
            "a\u0000b",
            "a\tb",
            "\u007f",
            "\u00a0",
            "\u00ff",
            "~",
            "-rf",
            "etc",
            "passwd",
            "secret.txt",
            "outside",
            "link",
            "LINK",
            "folder",
            "loop",
            "Music",
            "music.",
            "sub",
            "SUB",
            "a.txt",
            "A.TXT. ",
            "Hard Disk",
            "Temp",
            "proc",
            "self",
            "n".repeat(255),
            "n".repeat(256),
            "n".repeat(700));

    private HostilePaths() {}

    static String next(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(random.nextBoolean() ? "/" : "\\");
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            path.append(PIECES.get(random.nextInt(PIECES.size())));
            path.append(
                    switch (random.nextInt(6)) {
                        case 0 -> "\\";
                        case 1 -> "//";
                        case 2 -> i == 0 ? "" : "\\/";
                        default -> i == 0 ? "" : "/";
                    });
        }
        return path.toString();
    }
}
