package org.wec7emu.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;

/**
 * The schemas of Kubernetes's API, as its official client for Java has them. Unknown fields, missing ones and wrong types are
 * errors.
 */
final class KubernetesApi {
    private interface Check {
        void of(JsonElement manifest) throws IOException;
    }

    private record Kind(Class<?> type, Check check) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "v1 ConfigMap", new Kind(V1ConfigMap.class, V1ConfigMap::validateJsonElement),
            "v1 Service", new Kind(V1Service.class, V1Service::validateJsonElement),
            "apps/v1 StatefulSet", new Kind(V1StatefulSet.class, V1StatefulSet::validateJsonElement),
            "networking.k8s.io/v1 NetworkPolicy",
                    new Kind(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement));

    static {
        new JSON(); // its constructor makes what reads
    }

    private KubernetesApi() {}

    /**
     * Holds a manifest to its schema.
     *
     * @throws IllegalArgumentException which says what is wrong
     */
    static void check(JsonNode manifest) throws IOException {
        String name = manifest.path("apiVersion").asText() + " "
                + manifest.path("kind").asText();
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("'" + name + "' is none of " + KINDS.keySet());
        }
        JsonElement element = JsonParser.parseString(manifest.toString());
        kind.check.of(element);
        try {
            JSON.getGson().fromJson(element, kind.type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
