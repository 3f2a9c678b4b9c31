package org.wec7emu.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths that try to lead somewhere else than they may, made of the pieces that such paths are made of. */
final class HostilePaths {
    /** What is there, in the tests that use these paths, and the ways to it. */
    private static final List<String> LANDMARKS = List.of(
            "..",
            "..",
            "sub",
            "SUB.",
            "deeper",
            "link",
            "Link",
            "folder",
            "FOLDER",
            "loop",
            "secret.txt",
            "outside",
            "a.txt",
            "Music",
            "music ");

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

    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-f]{2})");

    private HostilePaths() {}

    /** Those of {@code path-escapes.txt}. */
    static List<String> known() throws IOException {
        try (InputStream in = HostilePaths.class.getResourceAsStream("path-escapes.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> BYTE.matcher(line)
                            .replaceAll(found -> Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(found.group(1), 16)))))
                    .toList();
        }
    }

    static String next(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(random.nextBoolean() ? "/" : "\\");
        }
        List<String> pieces = random.nextInt(3) > 0 ? LANDMARKS : PIECES;
        for (int i = random.nextInt(pieces == LANDMARKS ? 3 : 6); i >= 0; i--) {
            path.append(pieces.get(random.nextInt(pieces.size())));
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
