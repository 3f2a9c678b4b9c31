package org.wec7emu.control;

import java.util.LinkedHashMap;
import java.util.Map;

/** A request that can't be carried out, as RFC 9457 has it: what is wrong, where, and what to do. */
final class Problem extends Exception {
    static final String TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final String title;
    private final String detail;
    private final String remedy;

    /**
     * @param status of HTTP
     * @param name of the kind of problem, in small letters and dashes
     * @param title of the kind of problem
     * @param detail what is wrong this time
     * @param remedy what to do
     */
    Problem(int status, String name, String title, String detail, String remedy) {
        super(detail, null, false, false);
        this.status = status;
        this.name = name;
        this.title = title;
        this.detail = detail;
        this.remedy = remedy;
    }

    static Problem badRequest(String detail, String remedy) {
        return new Problem(400, "bad-request", "The request can't be understood", detail, remedy);
    }

    static Problem unusable(String detail, String remedy) {
        return new Problem(422, "unusable-value", "A value can't be used", detail, remedy);
    }

    static Problem notFound(String detail, String remedy) {
        return new Problem(404, "not-found", "There is no such thing", detail, remedy);
    }

    static Problem conflict(String detail, String remedy) {
        return new Problem(409, "conflict", "The device can't do that as it is now", detail, remedy);
    }

    static Problem busy(String detail) {
        return new Problem(
                503, "too-many", "Too many requests are under way", detail, "end one of them, or try again later");
    }

    int status() {
        return status;
    }

    /**
     * @param instance the path that was asked for
     * @param base where the device's API is, which remedies have at {@code /v1}
     */
    Map<String, Object> json(String instance, String base) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:wec7emu:problem:" + name);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", instance);
        json.put("remedy", remedy.replace(Scope.ONE_DEVICE + "/", base + "/"));
        return json;
    }
}
