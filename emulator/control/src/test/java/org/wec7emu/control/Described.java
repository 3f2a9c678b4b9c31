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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

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

    /**
     * Something that can be asked for.
     *
     * @param name method and whole path, as in "GET /v1/device"
     * @param ofFleet whether only a fleet has it
     */
    record Operation(String name, boolean ofFleet, JsonNode description) {
        String method() {
            return name.split(" ", 2)[0];
        }

        String path() {
            return name.split(" ", 2)[1];
        }

        boolean isCalledBy(String method, String path) {
            return method().equals(method) && path.matches(path().replaceAll("\\{[^}]*}", "[^/]+"));
        }
    }

    private static List<Operation> all() {
        List<Operation> found = new ArrayList<>();
        DESCRIPTION.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        JsonNode own = path.getValue().get("servers");
                        for (JsonNode server : own == null ? DESCRIPTION.get("servers") : own) {
                            found.add(operation(
                                    method.getKey(), server.get("url").asText(), path.getKey(), method.getValue()));
                        }
                    }
                }));
        return found;
    }

    private static Operation operation(String method, String server, String path, JsonNode description) {
        boolean member = server.contains("{device}");
        boolean fleet = member || description.get("tags").get(0).asText().equals("fleet");
        String whole = (server.equals("/") ? "" : server) + path;
        return new Operation(method.toUpperCase(Locale.ROOT) + " " + whole, fleet, description);
    }

    /** All that is described of a server for one device, as in "GET /v1/device". */
    static Set<String> operations() {
        return names(operation -> !operation.ofFleet());
    }

    /** All that is described of a fleet's server: what is about all devices, and what is about one, at its own address. */
    static Set<String> operationsOfFleet() {
        return names(operation -> operation.ofFleet()
                || operation.description().get("tags").get(0).asText().equals("page"));
    }

    private static Set<String> names(Predicate<Operation> wanted) {
        Set<String> names = new TreeSet<>();
        all().stream().filter(wanted).forEach(operation -> names.add(operation.name()));
        return names;
    }

    /** The operation that a request is, as in "GET /v1/firewall/rules/{name}". */
    static Operation operation(String method, String path) {
        String bare = path.split("\\?", 2)[0];
        return all().stream()
                .filter(operation -> operation.isCalledBy(method, bare))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " " + bare + " isn't described"));
    }

    /** Holds an answer to the description of its operation. */
    static void check(String method, String path, int status, String type, String body) {
        Operation called = operation(method, path);
        String operation = called.name();
        JsonNode responses = called.description().get("responses");
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
