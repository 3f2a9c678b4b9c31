package org.wec7emu.storage;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.wec7emu.fault.FaultState;
import org.wec7emu.profile.StorageProfile;
import org.wec7emu.profile.StorageProfile.BeyondCodePage;
import org.wec7emu.profile.StorageProfile.DosDevices;
import org.wec7emu.profile.StorageProfile.FullCard;
import org.wec7emu.profile.StorageProfile.NameRules;
import org.wec7emu.profile.StorageProfile.Trailing;
import org.wec7emu.profile.StorageProfile.WhileUploaded;
import org.wec7emu.storage.FileArea.Hidden;

/** Cards and what is seen of them, to test with. */
final class Storages {
    static final Charset CODE_PAGE = Charset.forName("windows-1252");
    static final NameRules USUAL = new NameRules(Trailing.STRIPPED, DosDevices.ORDINARY, BeyondCodePage.QUESTION_MARKS);

    private Storages() {}

    /** A card without limit that holds these. */
    static StorageProfile card(List<String> directories, List<String> files) {
        return new StorageProfile(
                "\\Hard Disk",
                OptionalLong.empty(),
                FullCard.UNDONE,
                WhileUploaded.BUSY,
                directories,
                files,
                List.of(),
                List.of(),
                USUAL);
    }

    /** All of a directory of the host. */
    static FileArea area(Path root) {
        return area(root, USUAL);
    }

    static FileArea area(Path root, NameRules rules) {
        Card card = new Card(
                OptionalLong.empty(),
                FullCard.UNDONE,
                VirtualPath.ROOT,
                FaultState.none(),
                List.of(root),
                root.resolveSibling("spool"),
                new Anchors(List.of(root)));
        return area(root, rules, card);
    }

    static FileArea area(Path root, NameRules rules, Card card) {
        DeviceTree tree = new DeviceTree(root, VirtualPath.ROOT, null);
        return new FileArea(
                tree,
                card,
                new BusyFiles(WhileUploaded.BUSY),
                new FatNames(rules, CODE_PAGE),
                VirtualPath.ROOT,
                VirtualRoots.NONE,
                Hidden.SEEN);
    }

    /** What a user with all rights and that home sees. */
    static FileArea area(DeviceStorage storage, String home) {
        return storage.area(home, List.of(), Hidden.SEEN, CODE_PAGE);
    }
}
