package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wec7emu.profile.StorageProfile.FullCard;

/** What a profile says of accounts, virtual roots and the card. */
class AccessTests {
    private static final String CHILD = """
            extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
            evidence: {grade: unknown, note: a test}
            image: {name: MY_DEVICE}
            """;

    @Test
    void aUserWithoutRightsOfItsOwnHasAllOfThem() throws ProfileException {
        FtpAccess access = read("ftp: {accounts: [{user: guest, password: \"1\"}]}\n");

        assertThat(access.accounts()).containsExactly(new Account("guest", "1"));
        assertThat(access.accounts().get(0).rights()).isEqualTo(Right.ALL);
    }

    @Test
    void aUserMayHaveGroupsAHomeAndSomeRights() throws ProfileException {
        FtpAccess access = read("""
                ftp:
                  accounts:
                    - user: kim
                      password: "2"
                      groups: [operators, night]
                      home: '\\Hard Disk\\kim'
                      rights: [write, hidden-files]
                    - {user: reader, password: "3", rights: []}
                """);

        assertThat(access.accounts())
                .containsExactly(
                        new Account(
                                "kim",
                                "2",
                                Set.of("operators", "night"),
                                Optional.of("\\Hard Disk\\kim"),
                                Set.of(Right.WRITE, Right.HIDDEN_FILES)),
                        new Account("reader", "3", Set.of(), Optional.empty(), Set.of()));
        assertThat(access.homes()).containsExactly("\\Hard Disk\\kim");
    }

    @Test
    void rightsAreTheDocumentedBits() {
        assertThat(Right.WRITE.bit()).isEqualTo(0x02);
        assertThat(Right.VIRTUAL_ROOTS.bit()).isEqualTo(0x04);
        assertThat(Right.HIDDEN_FILES.bit()).isEqualTo(0x08);
    }

    @Test
    void theUserListChoosesWhomToShow() throws ProfileException {
        assertThat(read("ftp: {user-list: '-webguest;*'}\n").example().user()).isEqualTo("guest");
        assertThat(read("ftp: {user-list: '-*'}\n").example().user()).isEqualTo("anonymous");
    }

    @Test
    void anonymousUsersMayDoWhatTheSwitchesSay() throws ProfileException {
        assertThat(read("ftp: {allow-anonymous-upload: false}\n").anonymous("x").rights())
                .isEmpty();
        assertThat(read("""
                ftp: {allow-anonymous-upload: true, allow-anonymous-vroots: true, anonymous-sees-hidden-files: true}
                """).anonymous("x").rights()).isEqualTo(Right.ALL);
    }

    @Test
    void virtualRootsAreNamesOfDirectories() throws ProfileException {
        FtpAccess access = read("ftp: {virtual-roots: [{name: Music, path: '\\Hard Disk\\Music'}]}\n");

        assertThat(access.virtualRoots()).containsExactly(new VirtualRoot("Music", "\\Hard Disk\\Music"));
    }

    @Test
    void aCardMayHaveASize() throws ProfileException {
        StorageProfile storage = profile("storage: {card-size: 512 MiB, full-card: half-written}\n")
                .storage();

        assertThat(storage.cardSize()).hasValue(512L << 20);
        assertThat(storage.fullCard()).isEqualTo(FullCard.HALF_WRITTEN);
        assertThat(profile("").storage().cardSize()).isEmpty();
    }

    private static FtpAccess read(String text) throws ProfileException {
        return profile(text).ftp().access();
    }

    private static DeviceProfile profile(String text) throws ProfileException {
        return ProfileReader.read(CHILD + text, "mine.yaml", ProfileCatalog.bundled());
    }
}
