package org.wec7emu.container;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The chart for Kubernetes, in the hands of Helm itself. */
final class HelmChart {
    static final Path FOLDER = Path.of("..", "..", "deploy", "helm", "wec7emu");

    private static final String RELEASE = "lab";
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private HelmChart() {}

    /** What Helm's linter says, taking warnings for errors. */
    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /**
     * The manifests that would be sent to a cluster.
     *
     * @param values YAML, as in a file of {@code helm install --values}
     * @throws IllegalStateException with Helm's words when it refuses the values
     */
    static List<JsonNode> manifests(String values) throws IOException {
        Path file = Files.writeString(Files.createTempFile("wec7test", ".yaml"), values);
        try {
            String rendered = new Helm(FOLDER)
                    .template()
                    .withName(RELEASE)
                    .withNamespace("plant")
                    .withKubeVersion("1.30")
                    .withValuesFile(file)
                    .call();
            return documents(rendered);
        } finally {
            Files.delete(file);
        }
    }

    /** Those of one kind. */
    static List<JsonNode> manifests(String values, String kind) throws IOException {
        return manifests(values).stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }
}
