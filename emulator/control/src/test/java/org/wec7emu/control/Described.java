package org.wec7emu.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** openapi.yaml, which every answer in these tests is held to. */
final class Described {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final JsonNode DESCRIPTION = read();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Described() {}

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(PageFiles.text("openapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode description() {
        return DESCRIPTION;
    }

    /** All that is described, as in "GET /v1/device". */
    static Set<String> operations() {
        Set<String> found = new TreeSet<>();
        DESCRIPTION.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return found;
    }

    /** The operation that a request is, as in "GET /v1/firewall/rules/{name}". */
    static String operation(String method, String path) {
        String bare = path.split("\\?", 2)[0];
        for (String operation : operations()) {
            String[] parts = operation.split(" ", 2);
            if (parts[0].equals(method) && bare.matches(parts[1].replaceAll("\\{[^}]*}", "[^/]+"))) {
                return operation;
            }
        }
        throw new AssertionError(method + " " + bare + " isn't described");
    }

    /** Holds an answer to the description of its operation. */
    static void check(String method, String path, int status, String type, String body) {
        String operation = operation(method, path);
        String[] parts = operation.split(" ", 2);
        JsonNode responses = DESCRIPTION
                .get("paths")
                .get(parts[1])
                .get(parts[0].toLowerCase(Locale.ROOT))
                .get("responses");
        JsonNode response = responses.get(Integer.toString(status));
        if (response == null) {
            response = responses.get("default");
        }
        assertThat(response).as("%s answers %s: %s", operation, status, body).isNotNull();
        JsonNode content = resolved(response).get("content");
        if (content == null) {
            assertThat(body).as(operation).isEmpty();
            return;
        }
        JsonNode media = content.get(type.split(";", 2)[0]);
        assertThat(media).as("%s answers %s", operation, type).isNotNull();
        if (type.contains("json") && !type.contains("jsonl")) {
            String reference = media.get("schema").get("$ref").asText();
            assertThat(schema(reference).validate(body, InputFormat.JSON))
                    .as("%s: %s", operation, body)
                    .isEmpty();
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DESCRIPTION.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The schema that a reference leads to, as in "#/components/schemas/Device". */
    static Schema schema(String reference) {
        return SCHEMAS.computeIfAbsent(reference, wanted -> {
            ObjectNode root = new ObjectMapper().createObjectNode();
            root.put("$ref", wanted);
            root.set("components", DESCRIPTION.get("components"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(root.toString());
        });
    }
}
