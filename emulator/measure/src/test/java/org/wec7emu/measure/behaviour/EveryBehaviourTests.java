package org.wec7emu.measure.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.measure.behaviour.Images.MEASUREMENT;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.ftp.VerbNames;
import org.wec7emu.profile.ProfileException;

/** What is made different in a profile is found, said to rest on what was changed, and nothing else is. */
@Timeout(value = 3, unit = TimeUnit.MINUTES) // many devices are started and asked
@Execution(ExecutionMode.CONCURRENT)
class EveryBehaviourTests {
    /** The same on all images, whatever a profile says; servers that do it otherwise are in RemoteSideTests. */
    private static final Set<String> NEVER_DIFFER = Set.of(
            "active: the device dials from port",
            "commissioning: then the firewall switched off",
            "listing: LIST, the format",
            "listing: LIST, a file's line",
            "listing: LIST, a directory's lines",
            "listing: LIST of an empty directory",
            "restart: a session during a restart",
            "scan: TCP 20 (FTP data)");

    @TempDir
    private Path folder;

    static List<Alteration> alterations() throws ProfileException {
        Side.Emulated base = Images.of(Images.BASELINE);
        return Alteration.all(base.delivered().ftp().replies(), Rounds.all(base, base));
    }

    private static String key(Behaviour behaviour) {
        return behaviour.topic().name().toLowerCase(Locale.ROOT) + ": " + behaviour.name();
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void what_is_altered_is_found(Alteration alteration) throws Exception {
        MeasuredDifferences measured = MEASUREMENT.between(
                Images.of(Images.BASELINE), Images.altered(folder, alteration.yaml()), alteration.rounds());

        List<String> found = measured.differences().stream()
                .flatMap(difference -> difference.behaviours().stream())
                .map(EveryBehaviourTests::key)
                .toList();
        List<String> topics = alteration.differs().stream()
                .filter(key -> key.endsWith("*"))
                .map(key -> key.substring(0, key.length() - 1))
                .toList();
        List<String> singles =
                alteration.differs().stream().filter(key -> !key.endsWith("*")).toList();
        assertThat(found).containsAll(singles);
        for (String topic : topics) {
            assertThat(found).filteredOn(key -> key.startsWith(topic)).isNotEmpty();
        }
        assertThat(measured.differences())
                .anySatisfy(difference -> assertThat(Stream.of(difference.first(), difference.second())
                                .flatMap(face -> face.restsOn().stream())
                                .map(value -> value.path()))
                        .contains(alteration.decides()));
    }

    @Test
    void each_behaviour_can_be_made_to_differ() throws ProfileException {
        Side.Emulated base = Images.of(Images.BASELINE);
        Set<String> altered = alterations().stream()
                .flatMap(alteration -> alteration.differs().stream())
                .collect(Collectors.toCollection(HashSet::new));
        altered.addAll(NEVER_DIFFER);

        assertThat(Measurement.behaviours(base, base))
                .map(EveryBehaviourTests::key)
                .allSatisfy(key -> assertThat(altered).containsAnyOf(key, key.substring(0, key.indexOf(':')) + ": *"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Images.V604H, Images.BASELINE, "Microsoft_CE6", "CBx053_CE600_HPS_v408g"})
    void an_image_does_not_differ_from_itself(String image) throws Exception {
        MeasuredDifferences measured = MEASUREMENT.between(Images.of(image), Images.of(image));

        assertThat(measured.differences()).isEmpty();
        assertThat(measured.asked()).isGreaterThan(140);
    }

    @Test
    void each_verb_of_the_table_is_asked() {
        String lines = Asks.all().stream().map(Ask::line).collect(Collectors.joining(" \n", "", " "))
                + " LIST NLST RETR STOR PASS USER ";

        assertThat(VerbNames.all()).filteredOn(verb -> !verb.contains(" ")).allSatisfy(verb -> assertThat(lines)
                .containsPattern("(^|\\s)" + verb + "\\s"));
    }
}
