package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.profile.FtpReplies.Occasion;

/** The images that are known by name, and what stands for others. */
class CatalogueTests {
    /** Platform, boards, system, kind, level, TwinCAT, its build, a suffix. */
    private static final Pattern PUBLISHED = Pattern.compile(
            "[A-Za-z0-9]+(_CB[x0-9]+)?_(WEC7|CE600)_(LF|HPS)_v(?<level>[0-9]{3}[a-z]?)_TC31_B(?<build>[0-9]+)\\.[0-9]+(_v[0-9])?");

    private static final ProfileCatalog CATALOG = ProfileCatalog.bundled();

    static List<String> names() {
        return CATALOG.names();
    }

    static List<String> images() {
        return names().stream().filter(name -> !find(name).synthetic()).toList();
    }

    @Test
    void theImagesAreThoseWhoseNamesWerePublished() {
        assertThat(images())
                .containsExactly(
                        "CX8100_WEC7_LF_v604h_TC31_B4022.20",
                        "CX9020_CB3011_WEC7_HPS_v602_TC31_B4016.6",
                        "CX9020_CB3011_WEC7_HPS_v602i_TC31_B4018.13",
                        "CX9020_CB3011_WEC7_HPS_v610a_TC31_B4024.53_v2",
                        "CX9020_CB3011_WEC7_HPS_v610c_TC31_B4024.65",
                        "CBxx63_WEC7_HPS_v608g_TC31_B4024.10",
                        "CBxx63_WEC7_HPS_v610a_TC31_B4024.53_v2",
                        "CBx055_CBx056_WEC7_HPS_v608g_TC31_B4024.10",
                        "CBx053_CE600_HPS_v406b_TC31_B4022.29",
                        "CBx053_CE600_HPS_v408g_TC31_B4024.10")
                .allMatch(name -> PUBLISHED.matcher(name).matches());
    }

    @Test
    void whatStandsForOthersIsSyntheticAndNotNamedAsAnImageIs() {
        List<String> others =
                names().stream().filter(name -> !images().contains(name)).toList();

        assertThat(others)
                .containsExactly(
                        "CX8100_WEC7_LF_pre-v604h", "Beckhoff_WEC7", "Beckhoff_CE", "Microsoft_WEC7", "Microsoft_CE6")
                .noneMatch(name -> PUBLISHED.matcher(name).matches());
    }

    @ParameterizedTest
    @MethodSource("images")
    void aNameHasEvidenceAndStandsOnTheCard(String name) {
        DeviceProfile image = find(name);

        assertThat(image.evidence("image.name").orElseThrow().grade())
                .isIn(Grade.DOCUMENTED, Grade.OBSERVED, Grade.REPORTED);
        assertThat(image.storage().files()).contains("\\Hard Disk\\" + name);
    }

    @ParameterizedTest
    @MethodSource("images")
    void whoMayLogInFollowsTheBuildOfTwinCat(String name) {
        Matcher parts = PUBLISHED.matcher(name);
        assertThat(parts.matches()).isTrue();
        List<String> users =
                find(name).ftp().access().accounts().stream().map(Account::user).toList();

        if (Integer.parseInt(parts.group("build")) < 4024) {
            assertThat(users).containsExactlyInAnyOrder("webguest", "guest");
        } else {
            assertThat(users).containsExactly("Administrator");
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void theFirewallIsOnFromLevel604hOnAndOffBefore(String name) {
        Matcher parts = PUBLISHED.matcher(name);
        assertThat(parts.matches()).isTrue();

        assertThat(find(name).firewall().enabled())
                .isEqualTo(parts.group("level").compareTo("604h") >= 0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSystemFitsTheDialectAndTheReplyToSyst(String name) {
        DeviceProfile profile = find(name);
        String syst = profile.ftp().replies().get(Occasion.SYSTEM).text();

        if (profile.operatingSystem().equals("Windows Embedded CE 6.0")) {
            assertThat(syst).isEqualTo("Windows_CE version 6.0.");
            assertThat(profile.firewall().dialect()).isEqualTo(Dialect.FW6);
        } else {
            assertThat(profile.operatingSystem()).isEqualTo("Windows Embedded Compact 7");
            assertThat(syst).isEqualTo("Windows_CE version 7.0.");
            assertThat(profile.firewall().dialect())
                    .isEqualTo(name.equals("Microsoft_WEC7") ? Dialect.FW6 : Dialect.CXCONFIG);
        }
    }

    @Test
    void theRulesThatMicrosoftShipsAreDocumentedForCe6AndInferredForWec7() {
        List<String> rules = List.of(
                "SourcePrivate",
                "SourceBroadcast",
                "SourceLoopback",
                "DHCPUnicastResponse",
                "BlockOutboundICMP",
                "AllowICMP_ECHO_REQUEST",
                "6to4",
                "RouterAdvertisementLink",
                "NeighborSolicitation",
                "NeighborAdvertisement");

        assertThat(find("Microsoft_CE6").firewall().rules())
                .extracting(Rule::name)
                .containsExactlyElementsOf(rules);
        assertThat(find("Microsoft_WEC7").firewall())
                .isEqualTo(find("Microsoft_CE6").firewall());
        for (String rule : rules) {
            assertThat(evidence("Microsoft_CE6", "firewall.rules." + rule))
                    .isEqualTo(new Evidence(Grade.DOCUMENTED, "ee494291", ""));
            assertThat(evidence("Microsoft_WEC7", "firewall.rules." + rule).grade())
                    .isEqualTo(Grade.INFERRED);
        }
    }

    @Test
    void theFtpServerOfMicrosoftIsAsItsRegistryIsDocumented() {
        DeviceProfile ce6 = find("Microsoft_CE6");

        assertThat(ce6.ftp().serverActive()).isTrue();
        assertThat(ce6.ftp().directory()).isEqualTo("\\Temp");
        assertThat(ce6.ftp().access().allowAnonymous()).isTrue();
        assertThat(ce6.ftp().access().allowAnonymousUpload()).isFalse();
        assertThat(ce6.ftp().access().allowAnonymousVirtualRoots()).isFalse();
        assertThat(ce6.ftp().allowLowPorts()).isFalse();
        for (String key : List.of(
                "server-active",
                "directory",
                "allow-anonymous",
                "allow-anonymous-upload",
                "allow-anonymous-vroots",
                "allow-low-ports")) {
            Evidence evidence = evidence("Microsoft_CE6", "ftp." + key);
            assertThat(evidence.grade()).as(key).isEqualTo(Grade.DOCUMENTED);
            assertThat(evidence.source()).as(key).isEqualTo("ms881875");
        }
    }

    @Test
    void theDefaultRulesAreObservedOnTheImageWhoseFilesArePublishedAndNowhereElse() {
        for (String name : names()) {
            DeviceProfile profile = find(name);
            if (profile.firewall().dialect() == Dialect.CXCONFIG) {
                assertThat(evidence(name, "firewall.rules.rule4").grade())
                        .as(name)
                        .isEqualTo(
                                name.equals("CBxx63_WEC7_HPS_v608g_TC31_B4024.10") ? Grade.OBSERVED : Grade.INFERRED);
            }
        }
    }

    @Test
    void everySourceIsCited() {
        Set<String> cited = new HashSet<>();
        for (String name : names()) {
            for (ProfileValue value : find(name).values()) {
                cited.add(value.evidence().source());
                Pattern.compile("[A-Za-z0-9-]+")
                        .matcher(value.evidence().note())
                        .results()
                        .map(MatchResult::group)
                        .forEach(cited::add);
            }
        }
        Set<String> idle = new TreeSet<>(SourceList.bundled().keys());
        idle.removeAll(cited);

        assertThat(idle).isEmpty();
    }

    private static Evidence evidence(String name, String path) {
        return find(name).evidence(path).orElseThrow();
    }

    private static DeviceProfile find(String name) {
        try {
            return Objects.requireNonNull(CATALOG.find(name));
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }
}
