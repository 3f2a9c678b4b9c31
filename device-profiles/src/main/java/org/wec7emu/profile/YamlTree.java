package org.wec7emu.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Node.Kind;

/** Reads YAML into {@link Node}s that know where they stand. Uses the streaming parser alone, which starts fastest. */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String file;
    private final YAMLParser parser;
    private final Mistakes mistakes = new Mistakes();

    private YamlTree(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The file's one document. */
    static Node.Mapping parse(String text, String file) throws ProfileException {
        try (YAMLParser parser = YAML.createParser(new StringReader(text))) {
            return new YamlTree(file, parser).document();
        } catch (JsonProcessingException e) {
            throw BrokenYaml.explain(e, file);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can't be read", e);
        }
    }

    private Node.Mapping document() throws IOException, ProfileException {
        Position start = new Position(file, 1, 1);
        JsonToken first = next();
        if (first == null) {
            mistakes.add(start, "there is nothing in this file; a profile begins with 'image:' or 'extends:'");
            throw mistakes.exception();
        }
        Node root = node(first, start, 0);
        if (next() != null) {
            mistakes.add(here(), "a second document begins here; a profile is one document, without '---' inside");
        }
        if (!(root instanceof Node.Mapping mapping)) {
            mistakes.add(root.at(), "the file is " + root.description() + "; a profile is a mapping, as in 'image:'");
            throw mistakes.exception();
        }
        mistakes.throwIfAny();
        return mapping;
    }

    private Node node(JsonToken token, Position at, int depth) throws IOException, ProfileException {
        if (depth > DEEPEST) {
            mistakes.add(here(), "nested more than " + DEEPEST + " deep; a profile is 5 deep");
            throw mistakes.exception();
        }
        if (parser.isCurrentAlias()) {
            mistakes.add(here(), "an alias (*" + parser.getText() + ") can't stand in a profile; write the value out");
            return new Node.Scalar(here(), Kind.EMPTY, "", null);
        }
        return switch (token) {
            case START_OBJECT -> mapping(at, depth);
            case START_ARRAY -> sequence(depth);
            case VALUE_STRING -> scalar(Kind.TEXT);
            case VALUE_NUMBER_INT -> scalar(Kind.WHOLE);
            case VALUE_NUMBER_FLOAT -> scalar(Kind.DECIMAL);
            case VALUE_TRUE, VALUE_FALSE -> scalar(Kind.FLAG);
            case VALUE_NULL -> new Node.Scalar(here(), Kind.EMPTY, "", null);
            default -> {
                mistakes.add(here(), "this can't stand in a profile; write text, a number, true or false");
                yield new Node.Scalar(here(), Kind.EMPTY, "", null);
            }
        };
    }

    private Node.Scalar scalar(Kind kind) throws IOException {
        return new Node.Scalar(here(), kind, parser.getText(), null);
    }

    private Node.Sequence sequence(int depth) throws IOException, ProfileException {
        Position at = here();
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token, here(), depth + 1));
        }
        return new Node.Sequence(at, items, null);
    }

    private Node.Mapping mapping(Position at, int depth) throws IOException, ProfileException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (JsonToken token = next(); token == JsonToken.FIELD_NAME; token = next()) {
            String key = parser.currentName();
            Position keyAt = here();
            JsonToken valueToken = next();
            if (valueToken == null) {
                break;
            }
            Node value = node(valueToken, keyAt, depth + 1);
            Node.Member earlier = members.putIfAbsent(key, new Node.Member(keyAt, value));
            if (earlier != null) {
                Position first = earlier.at();
                mistakes.add(
                        keyAt,
                        Quoted.of(key) + " stands here a second time, first at line " + first.line() + ", column "
                                + first.column() + "; remove one");
            }
        }
        return new Node.Mapping(at, members, null);
    }

    private @Nullable JsonToken next() throws IOException, ProfileException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser's own slips on odd input, such as a number that only looks like one.
            mistakes.add(here(), "this isn't YAML that can be read; compare with a profile that works");
            throw (ProfileException) mistakes.exception().initCause(e);
        }
    }

    private Position here() {
        return BrokenYaml.position(parser.currentTokenLocation(), file);
    }
}
