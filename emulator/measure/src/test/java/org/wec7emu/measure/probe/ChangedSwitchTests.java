package org.wec7emu.measure.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.measure.client.Transcript;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.DurationText;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.registry.YamlText;

/** A probe finds whatever of an FTP server is otherwise than in the catalogue, one thing at a time. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ChangedSwitchTests {
    private static final String BASE = "CX8100_WEC7_LF_pre-v604h";

    /** They take a card that is full or taken out, a second session, a timer, or a connection over IPv6. */
    private static final Set<Occasion> UNSEEN = Set.of(
            Occasion.CARD_FULL,
            Occasion.CARD_REMOVED,
            Occasion.CARD_REMOVED_IN_TRANSFER,
            Occasion.FILE_BUSY,
            Occasion.NOT_AVAILABLE,
            Occasion.PASSIVE_REFUSED);

    /** Each value that isn't the catalogue's, of all that can be seen in one session at a time and without waiting. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "allow-anonymous, false",
        "allow-anonymous-upload, false",
        "use-authentication, false",
        "allow-low-ports, true",
        "allow-third-party, true",
        "documented-unsupported, not-implemented",
        "max-command-length, 64",
        "max-command-length, 1000",
        "code-page, windows-1250",
        "code-page, windows-1251",
        "code-page, IBM437",
        "code-page, UTF-8",
        "rename-overwrites, true",
        "nlst-argument, ignored",
        "surplus-argument, refused",
        "before-login, all-refused",
        "before-login, informative",
        "extended-port, false",
        "epsv-all, obeyed",
        "epsv-all, refused",
        "login-delay, 1 s",
        "max-refused-logins, 1",
        "max-refused-logins, 3",
        "max-refused-logins, 5",
        "listing-options, name",
        "listing-wildcards, name",
        "nlst-names, as-asked",
        "type-a, line-ends",
        "help-row, 1",
        "help-row, 8",
        "help-row, 28",
        "shown-directory, as-stored",
        "backslash, name",
        "long-command, cut",
        "long-command, closes",
        "line-feed, needs-return",
        "telnet, removed",
        "blanks, removed",
        "abort, at-once",
        "disconnect, ends-transfer",
        "broken-upload, removed",
    })
    void findsAnotherValue(String key, String value) throws IOException, ProfileException {
        DeviceProfile changed = changed("ftp", "  " + key + ": " + value);

        assertThat(probed(changed).answers().value("ftp." + key)).contains(value);
    }

    @Test
    void findsThatDirectoriesNeedNoRightToWrite() throws IOException, ProfileException {
        DeviceProfile changed = changed("ftp", "  allow-anonymous-upload: false\n  directories-need-write: false");

        assertThat(probed(changed).answers().value("ftp.directories-need-write"))
                .contains("false");
    }

    /** Each says which reply it is, so that none can be taken for another. */
    @Test
    void findsTheTextOfEachReply() throws IOException, ProfileException {
        StringBuilder lines =
                new StringBuilder("  documented-unsupported: not-implemented\n  epsv-all: obeyed\n  replies:");
        Map<String, String> expected = new TreeMap<>();
        DeviceProfile image = ProbedDevice.image(BASE);
        for (Occasion occasion : Occasion.values()) {
            String key = "ftp.replies." + occasion.key();
            String text = text(image, key).replaceFirst("(?<=^\\d{3}.)", occasion.key() + ": ");
            lines.append("\n    ").append(occasion.key()).append(": ").append(YamlText.quoted(text));
            if (!UNSEEN.contains(occasion)) {
                expected.put(key, text);
            }
        }
        Map<String, String> found = new TreeMap<>();
        probed(changed("ftp", lines.toString())).answers().settled().forEach((key, answer) -> {
            if (key.startsWith("ftp.replies.")) {
                found.put(key, answer.value());
            }
        });

        assertThat(found).isEqualTo(expected);
    }

    private static String text(DeviceProfile image, String path) {
        return image.values().stream()
                .filter(value -> value.path().equals(path))
                .map(ProfileValue::text)
                .findFirst()
                .orElseThrow();
    }

    /** A timer is seen with the way there and back, and with what a busy machine adds: never too short. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"data-wait, 2 s", "dial-wait, 2 s", "data-stall, 2 s", "idle-timeout, 3 s"})
    void findsATimer(String key, String value) throws IOException, ProfileException {
        Findings findings = waited("  " + key + ": " + value);

        assertThat(findings.answers().value("ftp." + key).map(DurationText::parse))
                .hasValueSatisfying(seen -> assertThat(seen)
                        .isBetween(
                                DurationText.parse(value),
                                DurationText.parse(value).plusSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "closes"})
    void findsHowAnIdleSessionIsEnded(String ending) throws IOException, ProfileException {
        Findings findings = waited("  idle-timeout: 2 s\n  idle-ending: " + ending);

        assertThat(findings.answers().value("ftp.idle-ending")).contains(ending);
    }

    private static Findings waited(String lines) throws IOException, ProfileException {
        try (Device device =
                ProbedDevice.onFreePorts(changed("ftp", lines)).services(false).start()) {
            ProbeSettings quick = ProbedDevice.withoutScan(device);
            ProbeSettings slow = new ProbeSettings(
                    quick.patience(),
                    quick.quiet(),
                    quick.logins(),
                    Optional.of(Duration.ofSeconds(8)),
                    quick.writeDirectory(),
                    quick.portOffset(),
                    quick.ports());
            return ProbedDevice.probe(device, slow, new Transcript());
        } catch (EnforcementException e) {
            throw new IOException(e);
        }
    }

    /** The probe says of every other value that it is as it was; a busy machine's timers may be late, and have tests of their own. */
    private static Findings probed(DeviceProfile profile) throws IOException {
        try (Device device = ProbedDevice.onFreePorts(profile).services(false).start()) {
            Findings findings = ProbedDevice.probe(device, ProbedDevice.withoutScan(device), new Transcript());
            assertThat(Resemblance.of(findings, profile).differing())
                    .filteredOn(line -> !line.startsWith("ftp.login-delay: "))
                    .isEmpty();
            return findings;
        } catch (EnforcementException e) {
            throw new IOException(e);
        }
    }

    private static DeviceProfile changed(String section, String lines) throws ProfileException {
        String text =
                "extends: " + BASE + "\nevidence: {grade: unknown, note: made up by a test}\nimage: {name: Changed}\n"
                        + section + ":\n" + lines + "\n";
        return ProfileReader.read(text, "changed.yaml", ProfileCatalog.bundled());
    }
}
