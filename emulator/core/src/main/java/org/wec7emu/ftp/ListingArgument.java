package org.wec7emu.ftp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.FtpSwitches.ListingOptions;
import org.wec7emu.profile.FtpSwitches.ListingWildcards;
import org.wec7emu.storage.VirtualPath;

/**
 * What LIST and NLST are asked for.
 *
 * @param path the directory or file
 * @param pattern which of the directory's entries, with {@code *} and {@code ?}; null for all
 * @param typed the argument without options
 */
record ListingArgument(VirtualPath path, @Nullable String pattern, String typed) {
    /** Reads an argument as the profile has it. */
    static ListingArgument read(String argument, VirtualPath directory, FtpSwitches switches) {
        String place = switches.listingOptions() == ListingOptions.SKIPPED ? withoutOptions(argument) : argument;
        VirtualPath path = directory.resolve(place);
        boolean matches = switches.listingWildcards() == ListingWildcards.MATCH
                && !path.isRoot()
                && (path.name().indexOf('*') >= 0 || path.name().indexOf('?') >= 0);
        return matches
                ? new ListingArgument(path.parent(), path.name(), place)
                : new ListingArgument(path, null, place);
    }

    private static String withoutOptions(String argument) {
        String rest = argument.stripLeading();
        if (!rest.startsWith("-")) {
            return argument;
        }
        int blank = rest.indexOf(' ');
        return blank < 0 ? "" : withoutOptions(rest.substring(blank + 1));
    }

    /**
     * What stands before the names of entries so that they are named as the argument names them.
     *
     * @param isDirectory whether {@link #path} is one, and no file
     */
    String directoryAsTyped(boolean isDirectory) {
        if (pattern == null && isDirectory) {
            return typed.isEmpty() || typed.endsWith("/") ? typed : typed + "/";
        }
        return typed.substring(0, Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    }

    /** Whether an entry of that name is asked for. Case doesn't matter, and {@code *.*} is every name, as in Windows. */
    boolean matches(String name) {
        return pattern == null
                || pattern.equals("*.*")
                || matches(pattern.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /** Goes back to the last asterisk only, so that no pattern takes longer than the product of both lengths. */
    private static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int asterisk = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') { // first, as a name may have one too
                asterisk = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (asterisk >= 0) {
                p = asterisk + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }
}
