package org.wec7emu.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.PathTemplateMatch;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One request, and its answer. */
final class Call {
    private static final String JSON_TYPE = "application/json";

    private final HttpServerExchange exchange;

    Call(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    HttpServerExchange exchange() {
        return exchange;
    }

    /** Every door notes it. */
    Scope scope() {
        return exchange.getAttachment(Scope.KEY);
    }

    InetAddress client() {
        return exchange.getSourceAddress().getAddress();
    }

    /** What stands in the path for a name in braces. */
    String part(String name) {
        String value = exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY)
                .getParameters()
                .get(name);
        return value == null ? "" : value;
    }

    /** The value of a parameter behind the question mark. */
    Optional<String> parameter(String name) throws Problem {
        Deque<String> values = exchange.getQueryParameters().get(name);
        if (values == null) {
            return Optional.empty();
        } else if (values.size() > 1) {
            throw Problem.badRequest("the parameter " + name + " stands there twice", "leave one of them out");
        }
        return Optional.of(values.getFirst());
    }

    /** The value of a parameter that is a number. */
    long number(String name, long unlessTold, long least, long most) throws Problem {
        Optional<String> text = parameter(name);
        try {
            long number = text.isEmpty() ? unlessTold : Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Problem.unusable(
                "the parameter " + name + " is " + text.orElse("missing"),
                "give a whole number from " + least + " to " + most);
    }

    /** The value of a parameter that is one of some words; the first of them unless told. */
    String word(String name, List<String> words) throws Problem {
        String word = parameter(name).orElse(words.get(0));
        if (!words.contains(word)) {
            throw Problem.unusable("the parameter " + name + " is " + word, "give one of " + String.join(", ", words));
        }
        return word;
    }

    /** Whether anything was sent besides the head. */
    boolean hasBody() {
        return !exchange.isRequestComplete();
    }

    /** The members of the JSON object in the request's body. */
    Map<String, Object> body(String... known) throws Problem, IOException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON_TYPE)) {
            throw new Problem(
                    415,
                    "not-json",
                    "The body must be JSON",
                    "Content-Type is " + (type == null ? "missing" : type),
                    "send Content-Type: " + JSON_TYPE);
        }
        byte[] bytes = exchange.getInputStream().readAllBytes();
        Map<String, Object> members;
        try {
            members = JSON.std.mapFrom(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("the body is no JSON object", "send one, with " + String.join(" or ", known));
        }
        TreeSet<String> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) {
            throw Problem.unusable(
                    "the body has " + String.join(", ", unknown) + ", which means nothing here",
                    "send " + String.join(" or ", known));
        }
        return members;
    }

    /** The one member of the body, which is a truth value. */
    boolean flag(String name) throws Problem, IOException {
        Object value = body(name).get(name);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw Problem.unusable("'" + name + "' is " + (value == null ? "missing" : value), "give true or false");
    }

    void header(String name, String value) {
        exchange.getResponseHeaders().put(HttpString.tryFromString(name), value);
    }

    void answer(int status, Object json) throws IOException {
        answer(status, JSON_TYPE, JSON.std.asString(json));
    }

    void answer(int status, String type, String text) {
        exchange.setStatusCode(status);
        header("Content-Type", type);
        exchange.getResponseSender().send(text, StandardCharsets.UTF_8);
    }

    void json(String text) {
        answer(200, JSON_TYPE, text);
    }

    void nothing() {
        exchange.setStatusCode(204);
        exchange.endExchange();
    }

    void refuse(Problem problem) {
        Map<String, Object> json = problem.json(exchange.getRequestPath(), scope().base());
        try {
            answer(problem.status(), Problem.TYPE, JSON.std.asString(json));
        } catch (IOException e) {
            throw new IllegalStateException("a problem has nothing that JSON can't say", e);
        }
    }
}
