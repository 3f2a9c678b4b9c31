package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the chart says of the image, and of the program in it, is so. */
class ChartAndImageTests {
    /** Options that the chart gives itself, or that make no sense in a pod. */
    private static final List<String> OF_THE_CHART = List.of(
            "WEC7_ANNOUNCE",
            "WEC7_BIND",
            "WEC7_COMMANDS",
            "WEC7_IMAGE",
            "WEC7_PORT_OFFSET",
            "WEC7_PROFILES",
            "WEC7_PUBLISH_PASSIVE",
            "WEC7_READY_FILE",
            "WEC7_REG",
            "WEC7_ROOT",
            "WEC7_STATE");

    private static JsonNode pod(String values) throws Exception {
        return HelmChart.manifests(values, "StatefulSet").get(0).at("/spec/template/spec");
    }

    /** The variables of {@code run --env}, as it says to one who misspells them. */
    private static List<String> variables() throws Exception {
        Command run = Command.run(List.of(
                "env",
                "WEC7_NOSUCH=1",
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path", ""),
                "org.wec7emu.cli.Main",
                "run",
                "--env"));
        Matcher list =
                Pattern.compile("there is no such variable; there are: (.*)").matcher(run.output());
        assertThat(list.find()).as(run.output()).isTrue();
        return List.of(list.group(1).split(", "));
    }

    @Test
    void everyOptionOfRunCanBeToldToAGroup() throws Exception {
        JsonNode schema = new ObjectMapper()
                .readTree(HelmChart.FOLDER.resolve("values.schema.json").toFile());
        List<String> options = new ArrayList<>();
        schema.at("/definitions/options/propertyNames/enum").forEach(name -> options.add(name.asText()));

        List<String> all = new ArrayList<>(OF_THE_CHART);
        all.addAll(options);
        assertThat(all).containsExactlyInAnyOrderElementsOf(variables());
    }

    @Test
    void aGroupsOptionsAreVariablesAndGoBeforeThoseOfAll() throws Exception {
        String values = """
                groups:
                  - {name: a, replicas: 1, image: CX9020, state: factory, options: {WEC7_JSON: false, WEC7_ALLOW: "icmp tcp/23"}}
                options: {WEC7_JSON: true, WEC7_VERBOSE: true}
                """;
        JsonNode data = HelmChart.manifests(values, "ConfigMap").get(0).path("data");

        assertThat(data.toString())
                .isEqualTo("{\"WEC7_IMAGE\":\"CX9020\",\"WEC7_STATE\":\"factory\",\"WEC7_ALLOW\":\"icmp tcp/23\","
                        + "\"WEC7_JSON\":\"false\",\"WEC7_VERBOSE\":\"true\"}");
        assertThat(variables()).containsAll(data::fieldNames);
        assertThat(pod(values).at("/containers/0/envFrom/0/configMapRef/name").asText())
                .isEqualTo("lab-a");
        // A service's name could make a variable WEC7_..., which the program refuses.
        assertThat(pod(values).path("enableServiceLinks").asBoolean(true)).isFalse();
    }

    @Test
    void userPortHealthCheckAndFoldersAreTheImages() throws Exception {
        String dockerfile = Files.readString(Path.of("..", "..", "Dockerfile"));
        JsonNode pod = pod("{}");
        JsonNode container = pod.at("/containers/0");

        JsonNode user = pod.path("securityContext");
        assertThat(dockerfile).contains("USER " + user.path("runAsUser") + ":" + user.path("runAsGroup"));
        assertThat(dockerfile).contains("EXPOSE " + container.at("/ports/0/containerPort"));
        assertThat(dockerfile)
                .contains("VOLUME " + container.at("/volumeMounts/0/mountPath").asText());
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            JsonNode command = container.at("/" + probe + "/exec/command");
            assertThat(command).hasSize(1);
            assertThat(dockerfile).contains("CMD " + command);
        }
    }

    @Test
    void theOnlyRightOfADeviceIsNetAdmin() throws Exception {
        JsonNode rights = pod("{}").at("/containers/0/securityContext");

        assertThat(rights.path("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"],\"add\":[\"NET_ADMIN\"]}");
        assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(rights.path("privileged").asBoolean(true)).isFalse();
        assertThat(pod("{}").path("automountServiceAccountToken").asBoolean(true))
                .isFalse();
        assertThat(pod("{}").has("hostNetwork")).isFalse();
    }

    /** What the Pod Security Standards want of a restricted namespace. */
    @Test
    void withoutTheKernelsFirewallAPodIsFitForARestrictedNamespace() throws Exception {
        JsonNode pod = pod("{kernelFirewall: false}");
        JsonNode rights = pod.at("/containers/0/securityContext");

        assertThat(rights.path("capabilities").toString()).isEqualTo("{\"drop\":[\"ALL\"]}");
        assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/securityContext/sysctls").findValuesAsText("name"))
                .containsExactly("net.ipv4.ip_unprivileged_port_start");
        assertThat(pod.path("volumes")).allMatch(volume -> volume.has("emptyDir"));
    }
}
