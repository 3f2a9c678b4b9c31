package org.wec7emu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpReplies.Text;
import org.wec7emu.profile.Service.Protocol;

/** The two images say what the public sources say. */
class BundledProfilesTests {
    private static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    private static final String BEFORE = "CX8100_WEC7_LF_pre-v604h";

    private final DeviceProfile v604h = find(V604H);
    private final DeviceProfile before = find(BEFORE);

    static List<String> names() {
        return ProfileCatalog.bundled().names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValidUnderTheSchema(String name) {
        String text = BundledFiles.text(name + ".yaml");

        assertThat(ProfileSchema.load().validate(text, InputFormat.YAML)).isEmpty();
        assertThat(text).startsWith("# yaml-language-server: $schema=../profile.schema.json\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasEvidenceForEveryValue(String name) {
        assertThat(find(name).values()).allSatisfy(value -> {
            Evidence evidence = value.evidence();
            if (evidence.grade() == Grade.INFERRED || evidence.grade() == Grade.UNKNOWN) {
                assertThat(evidence.note()).as(value.path()).isNotBlank();
            } else {
                assertThat(evidence.source()).as(value.path()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesOnlyListedSources(String name) {
        assertThat(find(name).values())
                .extracting(value -> value.evidence().source())
                .allSatisfy(source -> {
                    if (!source.isEmpty()) {
                        assertThat(SourceList.bundled().find(source)).isPresent();
                    }
                });
    }

    @Test
    void everySourceHasATitle() {
        assertThat(SourceList.bundled().keys()).isNotEmpty();
        for (String key : SourceList.bundled().keys()) {
            assertThat(SourceList.bundledHas(key)).isTrue();
            assertThat(SourceList.bundled().find(key).orElseThrow().title())
                    .as(key)
                    .isNotBlank();
        }
    }

    @Test
    void whatIsNoKeyOfASourceIsNotTakenForOne() {
        for (String text :
                List.of("", "title", "  title", "nobody", "cx8191-manual:\n  title", "CX8191-manual", "rfc959:")) {
            assertThat(SourceList.bundledHas(text)).as(text).isFalse();
        }
    }

    @Test
    void theSchemaKnowsTheSameSources() {
        String schema = BundledFiles.text("profile.schema.json");

        assertThat(SourceList.bundled().keys())
                .allSatisfy(key -> assertThat(schema).contains('"' + key + '"'));
    }

    @Test
    void everyValueIsListedOnce() {
        assertThat(v604h.values())
                .extracting(ProfileValue::path)
                .doesNotHaveDuplicates()
                .contains(
                        "image.name",
                        "firewall.rules.rule4",
                        "ftp.replies.ready",
                        "storage.files[0]",
                        "states.factory.steps");
    }

    @Test
    void aFilesValuesAreListedInItsOrder() {
        assertThat(find("Microsoft_CE6").values())
                .extracting(value -> value.position().line())
                .isSorted();
    }

    @Test
    void fromV604hOnTheFirewallIsOn() {
        assertThat(v604h.firewall().enabled()).isTrue();
        assertThat(v604h.evidence("firewall.enabled")).contains(new Evidence(Grade.DOCUMENTED, "cx8191-manual", ""));
    }

    @Test
    void beforeV604hTheSameFirewallIsOff() {
        assertThat(before.firewall()).isEqualTo(v604h.firewall().withEnabled(false));
        assertThat(before.evidence("firewall.enabled").orElseThrow().grade()).isEqualTo(Grade.INFERRED);
    }

    @Test
    void theBaselineBeforeV604hIsSyntheticAndInventsNoName() {
        assertThat(before.synthetic()).isTrue();
        assertThat(v604h.synthetic()).isFalse();
        assertThat(before.storage().files()).noneMatch(file -> file.contains("CX8100"));
        assertThat(v604h.storage().files()).contains("\\Hard Disk\\" + V604H);
        assertThat(before.storage().directories()).isEqualTo(v604h.storage().directories());
    }

    @Test
    void beforeV604hNothingElseDiffers() {
        assertThat(before.ftp()).isEqualTo(v604h.ftp());
        assertThat(before.services()).isEqualTo(v604h.services());
        assertThat(before.states()).isEqualTo(v604h.states());
        assertThat(before.defaultState()).isEqualTo(v604h.defaultState());
        assertThat(before.ephemeralPorts()).isEqualTo(v604h.ephemeralPorts());
    }

    @Test
    void theRulesAreThoseThatBeckhoffShips() {
        assertThat(v604h.firewall().dialect()).isEqualTo(Dialect.CXCONFIG);
        assertThat(v604h.firewall().rules())
                .extracting(Rule::name, Rule::caption)
                .extracting(
                        tuple -> tuple.toList().get(0) + ": " + tuple.toList().get(1))
                .containsExactly(
                        "BlockAllRule: Block everything from anywhere on the public network",
                        "rule1: Allow any port for IP 127.0.0.1",
                        "rule2: Allow ICMP type 8, code 0",
                        "rule3: Allow UDP port 68 from anywhere on the public network",
                        "rule4: Allow TCP port 443 from anywhere on the public network",
                        "rule5: Allow TCP port 987 from anywhere on the public network",
                        "rule6: Allow TCP port 4852 from anywhere on the public network",
                        "rule7: Allow TCP port 48898 from anywhere on the public network",
                        "rule8: Allow UDP port 48899 from anywhere on the public network");
    }

    @Test
    void servicesAreThoseThatBeckhoffsSampleOpensAndWereFoundToRunOrHaveARule() {
        assertThat(v604h.services())
                .containsExactly(
                        new Service("http", Protocol.TCP, 80, true),
                        new Service("netbios", Protocol.TCP, 139, true),
                        new Service("https", Protocol.TCP, 443, true),
                        new Service("smb", Protocol.TCP, 445, true),
                        new Service("cerhost", Protocol.TCP, 987, false),
                        new Service("ipc-diagnostics", Protocol.TCP, 4852, true),
                        new Service("ads", Protocol.TCP, 48898, true),
                        new Service("ads-discovery", Protocol.UDP, 48899, true));
    }

    @Test
    void theRemoteDisplayIsOffAsDeliveredThoughItsPortIsEntered() {
        assertThat(v604h.evidence("services.cerhost.listening").orElseThrow().grade())
                .isEqualTo(Grade.DOCUMENTED);
        assertThat(v604h.firewall().rules()).extracting(Rule::caption).anyMatch(caption -> caption.contains("987"));
    }

    @Test
    void whatNobodyHasSeenListeningIsGradedUnknown() {
        assertThat(v604h.evidence("services.ipc-diagnostics.listening")
                        .orElseThrow()
                        .grade())
                .isEqualTo(Grade.UNKNOWN);
    }

    @Test
    void asDeliveredTheFtpServerIsOff() {
        assertThat(v604h.inState("factory")).isEqualTo(v604h);
        assertThat(v604h.ftp().serverActive()).isFalse();
    }

    @Test
    void readyForFtpMeansTheManualsInstructions() {
        DeviceProfile ready = v604h.inState(v604h.defaultState());

        assertThat(v604h.states().get("ftp-ready").steps())
                .containsExactly(
                        new Step.SetFtpServer(true),
                        new Step.Restart(),
                        new Step.EnterPorts(Traffic.tcp(20)),
                        new Step.EnterPorts(Traffic.tcp(21)));
        assertThat(ready.ftp().serverActive()).isTrue();
        assertThat(ready.firewall().rules())
                .extracting(Rule::caption)
                .endsWith(
                        "Allow TCP port 20 from anywhere on the public network",
                        "Allow TCP port 21 from anywhere on the public network");
    }

    @Test
    void loginsAreThoseOfTwinCatBelowBuild4024() {
        assertThat(v604h.ftp().access().accounts())
                .containsExactlyInAnyOrder(new Account("guest", "1"), new Account("webguest", "1"));
        assertThat(v604h.ftp().access().allowAnonymous()).isTrue();
        assertThat(v604h.ftp().directory()).isEqualTo("\\Hard Disk\\ftp\\");
    }

    @Test
    void passivePortsComeFromTheStacksRange() {
        assertThat(v604h.ephemeralPorts()).isEqualTo(new PortRange(49152, 65535));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            READY|OBSERVED|220|Service ready for new user.
            PASSWORD_NEEDED|OBSERVED|331|User name okay, need password.
            ANONYMOUS_PASSWORD_NEEDED|REPORTED|331|Anonymous access allowed, send identity (e-mail name) as password.
            LOGGED_IN|OBSERVED|230|User logged in, proceed.
            NOT_LOGGED_IN|INFERRED|530|Not logged in.
            SYSTEM|REPORTED|215|Windows_CE version 7.0.
            WORKING_DIRECTORY|OBSERVED|257|"{path}".
            OKAY|OBSERVED|200|Command okay.
            PASSIVE|OBSERVED|227|Entering Passive Mode ({address}).
            EXTENDED_PASSIVE|OBSERVED|229|~Entering extended passive mode (|||{port}|).~
            TRANSFER_STARTING|OBSERVED|125|Data connection already open; transfer starting.
            OPENING_DATA_CONNECTION|INFERRED|150|File status okay; about to open data connection.
            TRANSFER_COMPLETE|OBSERVED|226|Closing data connection.\s
            ACTION_OKAY|OBSERVED|250|Requested file action okay, completed.
            RENAME_PENDING|REPORTED|350|Requested file action pending further information.
            UNRECOGNIZED|OBSERVED|500|Syntax error, command unrecognized.
            PORT_REFUSED|UNKNOWN|501|Syntax error in parameters or arguments.
            HELP_FIRST|INFERRED|214|The following commands are implemented.
            """)
    void saysWhatCeDevicesSay(Occasion occasion, Grade grade, int code, String text) {
        assertThat(v604h.ftp().replies().get(occasion)).isEqualTo(new Text(code, text));
        assertThat(v604h.evidence("ftp.replies." + occasion.key()).orElseThrow().grade())
                .isEqualTo(grade);
    }

    @Test
    void repliesThatNobodyHasSeenAreRfc959sWithAFullStop() {
        Map<Occasion, Text> inferred = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            if (v604h.evidence("ftp.replies." + occasion.key())
                    .orElseThrow()
                    .source()
                    .equals("rfc959")) {
                inferred.put(occasion, v604h.ftp().replies().get(occasion));
            }
        }
        List<Occasion> occasions = new ArrayList<>(inferred.keySet());

        assertThat(occasions).hasSizeGreaterThan(10);
        assertThat(inferred.values())
                .allSatisfy(reply -> assertThat(reply.text()).endsWith("."));
    }

    private static DeviceProfile find(String name) {
        try {
            return ProfileCatalog.bundled().find(name);
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }
}
