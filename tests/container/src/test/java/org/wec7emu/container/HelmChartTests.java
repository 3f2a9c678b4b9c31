package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.marcnuri.helm.LintResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart by itself: as Helm and the schemas of Kubernetes's API want it. */
class HelmChartTests {
    private static final String AS_IT_COMES = "{}";
    private static final String EVERYTHING = """
            groups:
              - {name: line-a, replicas: 40, image: CX8100_WEC7_LF_v604h, options: {WEC7_ALLOW: icmp, WEC7_JSON: false}}
              - {name: line-b, replicas: 2, image: Beckhoff_CE, state: factory}
            options: {WEC7_JSON: true}
            container: {repository: registry.plant/wec7emu, tag: "1.0", pullPolicy: Always, pullSecrets: [{name: key}]}
            storage: {claim: true, size: 512Mi, className: fast}
            networkPolicy: {enabled: true, peers: [{podSelector: {matchLabels: {app: client}}}]}
            nodeSelector: {disk: ssd}
            tolerations: [{key: plant, operator: Exists}]
            affinity: {nodeAffinity: {}}
            podAnnotations: {note: a}
            """;

    @Test
    void passesHelmsLinter() {
        LintResult result = HelmChart.lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).allMatch(message -> message.startsWith("[INFO]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AS_IT_COMES,
                EVERYTHING,
                "{kernelFirewall: false, restartUnhealthy: false}",
                "{networkPolicy: {enabled: true}}"
            })
    void everyManifestIsAsTheApiWantsIt(String values) throws Exception {
        for (JsonNode manifest : HelmChart.manifests(values)) {
            assertThatCode(() -> KubernetesApi.check(manifest)).doesNotThrowAnyException();
        }
    }

    /** So the test above would find it. */
    @Test
    void aMisspeltFieldOfAManifestIsFound() throws Exception {
        int found = 0;
        for (JsonNode manifest : HelmChart.manifests(EVERYTHING)) {
            for (ObjectNode misspelt : Misspellings.of((ObjectNode) manifest)) {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .as("%s", misspelt)
                        .isThrownBy(() -> KubernetesApi.check(misspelt));
                found++;
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void aValueOfTheWrongTypeIsFound() throws Exception {
        ObjectNode set = (ObjectNode)
                HelmChart.manifests(AS_IT_COMES, "StatefulSet").get(0).deepCopy();
        ((ObjectNode) set.at("/spec")).set("replicas", TextNode.valueOf("three"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> KubernetesApi.check(set));

        ObjectNode service =
                (ObjectNode) HelmChart.manifests(AS_IT_COMES, "Service").get(0).deepCopy();
        ((ObjectNode) service.at("/spec")).set("selector", IntNode.valueOf(1));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> KubernetesApi.check(service));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{kernelFirewal: false}|kernelFirewal",
                "{options: {WEC7_PROT: 21}}|WEC7_PROT",
                "{options: {WEC7_BIND: 0.0.0.0}}|WEC7_BIND",
                "{groups: [{name: a, replicas: 3}]}|image",
                "{groups: [{name: A, replicas: 3, image: CX9020}]}|name",
                "{groups: [{name: a, replicas: '3', image: CX9020}]}|replicas",
                "{groups: [{name: a, replicas: 1, image: CX9020}, {name: a, replicas: 1, image: CX9020}]}|two of the name \"a\"",
                "{storage: {size: plenty}}|size",
            })
    void aWrongValueIsRefusedByName(String values, String named) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> HelmChart.manifests(values))
                .withMessageContaining(named);
    }

    @Test
    void aGroupHasSoManyDevicesEachWithAName() throws Exception {
        List<JsonNode> sets = HelmChart.manifests(EVERYTHING, "StatefulSet");
        List<JsonNode> services = HelmChart.manifests(EVERYTHING, "Service");

        assertThat(sets).extracting(set -> set.at("/spec/replicas").asInt()).containsExactly(40, 2);
        assertThat(sets)
                .extracting(set -> set.at("/metadata/name").asText())
                .containsExactly("lab-line-a", "lab-line-b");
        for (int i = 0; i < sets.size(); i++) {
            JsonNode spec = sets.get(i).path("spec");
            JsonNode service = services.get(i);
            assertThat(spec.path("serviceName")).isEqualTo(service.at("/metadata/name"));
            assertThat(spec.at("/selector/matchLabels")).isEqualTo(service.at("/spec/selector"));
            assertThat(spec.at("/template/metadata/labels").properties())
                    .containsAll(service.at("/spec/selector").properties());
            // A name leads to the pod's own address, and to nothing that changes addresses.
            assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
            assertThat(service.at("/spec").has("type")).isFalse();
        }
    }

    @Test
    void aPolicyIsAboutPeersAndLeavesPortsToTheDevices() throws Exception {
        JsonNode spec = HelmChart.manifests(EVERYTHING, "NetworkPolicy").get(0).path("spec");

        for (String side : List.of("/ingress", "/egress")) {
            assertThat(spec.at(side + "/0").has("ports")).isFalse();
        }
        assertThat(spec.at("/ingress/0/from")).isEqualTo(spec.at("/egress/0/to"));
        assertThat(HelmChart.manifests(AS_IT_COMES, "NetworkPolicy")).isEmpty();
    }
}
