package org.wec7emu.storage;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wec7emu.profile.StorageProfile.BeyondCodePage;
import org.wec7emu.profile.StorageProfile.DosDevices;
import org.wec7emu.profile.StorageProfile.NameRules;
import org.wec7emu.profile.StorageProfile.Trailing;

/**
 * Which names the device's file system has. Signs that no name has, a device's colon among them:
 * https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
final class FatNames {
    /** Of one name, in characters. */
    static final int LONGEST_NAME = 255;
    /**
     * Of a whole path, in characters. Source: Microsoft, CeCreateDirectory (Windows Embedded CE 6.0), ee497575, which has
     * MAX_PATH less the NULL.
     */
    static final int LONGEST_PATH = 259;

    private static final String FORBIDDEN = "<>:\"|?*/\\";
    private static final int LAST_CONTROL_CHARACTER = 0x1F;
    private static final String ASCII =
            IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());
    private static final int FIRST_UNUSED = 0x80;
    private static final int LAST_UNUSED = 0x9F;

    private static final boolean[] IS_FORBIDDEN = new boolean[FIRST_UNUSED];

    static {
        Arrays.fill(IS_FORBIDDEN, 0, LAST_CONTROL_CHARACTER + 1, true);
        FORBIDDEN.chars().forEach(sign -> IS_FORBIDDEN[sign] = true);
    }

    private final NameRules rules;
    private final Charset codePage;
    private final boolean knowsAscii;

    FatNames(NameRules rules, Charset codePage) {
        this.rules = rules;
        this.codePage = codePage;
        knowsAscii = codePage.newEncoder().canEncode(ASCII);
    }

    /** The name that somebody means who asks for {@code name}; empty when no file can be called so. */
    Optional<String> meant(String name) {
        String meant = rules.trailing() == Trailing.STRIPPED ? withoutTrailing(name) : name;
        return isPossible(meant) ? Optional.of(meant) : Optional.empty();
    }

    /** Whether a file of the host that is called so is there for the device. */
    boolean isPossible(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !isTrailing(name.charAt(name.length() - 1))
                && hasNoForbiddenSign(name)
                && (rules.dosDevices() == DosDevices.ORDINARY || !isDosDevice(name));
    }

    private static boolean hasNoForbiddenSign(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < FIRST_UNUSED && IS_FORBIDDEN[c]) {
                return false;
            }
        }
        return true;
    }

    /** Whether listings show a name that is {@linkplain #isPossible possible}. */
    boolean isListed(String name) {
        return rules.beyondCodePage() == BeyondCodePage.QUESTION_MARKS || hasAllLetters(name);
    }

    private boolean hasAllLetters(String name) {
        if (knowsAscii && isAscii(name)) {
            return true; // nearly every name; an encoder for each takes longer than all else of a listing
        }
        CharsetEncoder encoder = codePage.newEncoder();
        // A byte that the code page has no letter for is the control character of that number.
        return encoder.canEncode(name)
                || name.chars().allMatch(c -> (c >= FIRST_UNUSED && c <= LAST_UNUSED) || encoder.canEncode((char) c));
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= FIRST_UNUSED) {
                return false;
            }
        }
        return true;
    }

    private static String withoutTrailing(String name) {
        int end = name.length();
        while (end > 0 && isTrailing(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isTrailing(char c) {
        return c == '.' || c == ' ';
    }

    /** CON, PRN, AUX, NUL, COM1 to COM9, LPT1 to LPT9, whatever their case and extension. */
    private static boolean isDosDevice(String name) {
        if (" CcPpAaNnLl".indexOf(name.charAt(0)) < 0) {
            return false;
        }
        int dot = name.indexOf('.');
        String base = (dot < 0 ? name : name.substring(0, dot)).strip();
        boolean numbered = base.length() == 4 && base.charAt(3) >= '1' && base.charAt(3) <= '9';
        String kind = numbered ? base.substring(0, 3) : base;
        return numbered
                ? kind.equalsIgnoreCase("COM") || kind.equalsIgnoreCase("LPT")
                : kind.equalsIgnoreCase("CON")
                        || kind.equalsIgnoreCase("PRN")
                        || kind.equalsIgnoreCase("AUX")
                        || kind.equalsIgnoreCase("NUL");
    }
}
