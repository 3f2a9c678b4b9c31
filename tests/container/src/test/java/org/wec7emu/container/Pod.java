package org.wec7emu.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pod of the chart as Docker can run it: what a kubelet would tell its container runtime. */
final class Pod {
    private final JsonNode spec;
    private final JsonNode container;
    private final JsonNode variables;

    /**
     * The pod of the first group.
     *
     * @param values of the chart
     */
    Pod(String values) throws Exception {
        spec = HelmChart.manifests(values, "StatefulSet").get(0).at("/spec/template/spec");
        container = spec.at("/containers/0");
        variables = HelmChart.manifests(values, "ConfigMap").get(0).path("data");
    }

    /** Options of {@code docker run}. */
    String[] options() {
        List<String> options = new ArrayList<>();
        JsonNode user = spec.path("securityContext");
        options.add("--user=" + user.path("runAsUser") + ":" + user.path("runAsGroup"));
        user.path("sysctls")
                .forEach(one -> options.add("--sysctl=" + one.path("name").asText() + "="
                        + one.path("value").asText()));
        JsonNode rights = container.path("securityContext");
        rights.at("/capabilities/drop").forEach(one -> options.add("--cap-drop=" + one.asText()));
        rights.at("/capabilities/add").forEach(one -> options.add("--cap-add=" + one.asText()));
        if (!rights.path("allowPrivilegeEscalation").asBoolean(true)) {
            options.add("--security-opt=no-new-privileges");
        }
        if (rights.path("readOnlyRootFilesystem").asBoolean()) {
            options.add("--read-only");
        }
        options.add(
                "--memory=" + docker(container.at("/resources/limits/memory").asText()));
        variables
                .properties()
                .forEach(one -> options.add(
                        "--env=" + one.getKey() + "=" + one.getValue().asText()));
        options.addAll(folders());
        return options.toArray(new String[0]);
    }

    private List<String> folders() {
        Map<String, String> sizes = new HashMap<>();
        spec.path("volumes")
                .forEach(volume -> sizes.put(
                        volume.path("name").asText(),
                        volume.at("/emptyDir/sizeLimit").asText()));
        List<String> options = new ArrayList<>();
        container.path("volumeMounts").forEach(mount -> {
            String size = docker(sizes.getOrDefault(mount.path("name").asText(), ""));
            options.add("--tmpfs=" + mount.path("mountPath").asText() + ":mode=0777,size=" + size);
        });
        return options;
    }

    /** A size in Docker's words. */
    private static String docker(String size) {
        return size.replace("Mi", "m").replace("Gi", "g");
    }

    /** The command of a probe. */
    String[] probe(String name) {
        List<String> words = new ArrayList<>();
        container.at("/" + name + "/exec/command").forEach(word -> words.add(word.asText()));
        return words.toArray(new String[0]);
    }

    /** How long it may take to end. */
    int terminationGracePeriodSeconds() {
        return spec.path("terminationGracePeriodSeconds").asInt();
    }
}
