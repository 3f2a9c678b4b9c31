package org.wec7emu.profile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Node.Kind;

/**
 * Reads YAML into {@link Node}s that know where they stand.
 *
 * <p>It takes Jackson's tokens as they come and binds nothing: reading a profile is on the way to a device's first
 * greeting, and a fresh JVM pays for every class.
 */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final String YAML_TAGS = "tag:yaml.org,2002:";
    private static final String ALIAS = "events.AliasEvent(anchor=";
    private static final YAMLFactory YAML = new YAMLFactory();

    private final String text;
    private final String file;
    private final YAMLParser parser;
    private final DocumentKind kind;
    private final Mistakes mistakes = new Mistakes();

    private YamlTree(String text, String file, YAMLParser parser, DocumentKind kind) {
        this.text = text;
        this.file = file;
        this.parser = parser;
        this.kind = kind;
    }

    /** A profile's one document. */
    static Node.Mapping parse(String text, String file) throws ProfileException {
        return parse(text, file, DocumentKind.PROFILE);
    }

    /** The file's one document. */
    static Node.Mapping parse(String text, String file, DocumentKind kind) throws ProfileException {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlTree(text, file, parser, kind).document();
        } catch (IOException e) {
            throw BrokenYaml.explain(e, text, file);
        }
    }

    private Node.Mapping document() throws IOException, ProfileException {
        Position start = new Position(file, 1, 1);
        JsonToken first = next();
        if (first == null && parser.isClosed()) {
            mistakes.add(start, nothingHere());
            throw mistakes.exception();
        }
        Node root = node(first, start, 0);
        long end = parser.currentLocation().getCharOffset();
        if (next() != null || !parser.isClosed()) {
            mistakes.add(
                    secondDocument(end),
                    "a second document begins here; " + kind.name() + " is one document, without '---' inside");
            throw mistakes.exception();
        }
        if (!(root instanceof Node.Mapping mapping)) {
            mistakes.add(
                    root.at(),
                    "the file is " + root.description() + "; " + kind.name() + " is a mapping, as in '"
                            + kind.beginning() + "'");
            throw mistakes.exception();
        }
        mistakes.throwIfAny();
        return mapping;
    }

    private String nothingHere() {
        return "there is nothing in this file; " + kind.name() + " begins with '" + kind.beginning() + "'"
                + (kind.equals(DocumentKind.PROFILE) ? " or 'extends:'" : "");
    }

    /** Where it is marked, if it is: Jackson tells where its first token stands. */
    private Position secondDocument(long endOfFirst) {
        int from = text.offsetByCodePoints(0, (int) endOfFirst);
        int to = text.offsetByCodePoints(0, (int) parser.currentTokenLocation().getCharOffset());
        Matcher marker = Pattern.compile("^(---|%)", Pattern.MULTILINE)
                .matcher(text)
                .region(from, to)
                .useAnchoringBounds(false);
        return marker.find() ? BrokenYaml.position(text, text.codePointCount(0, marker.start()), file) : position();
    }

    /** Null at the end, and for a tag that doesn't fit its text. */
    private @Nullable JsonToken next() throws IOException, ProfileException {
        try {
            return parser.nextToken();
        } catch (JacksonYAMLParseException e) {
            throw e;
        } catch (JsonProcessingException e) {
            throw refused(e.getOriginalMessage());
        }
    }

    /** For what is YAML and nothing that Jackson has a token for; it can't be made to go on behind it. */
    private ProfileException refused(String message) throws IOException {
        Position at = position();
        int alias = message.indexOf(ALIAS);
        if (parser.getTypeId() != null) {
            checkTag(at);
        } else if (alias >= 0) {
            rejectAlias(message.substring(alias + ALIAS.length(), message.indexOf(")>", alias)), at);
        } else if (message.contains("events.SequenceStartEvent(")) {
            mistakes.add(at, "a list can't be a key; write a word");
        } else if (message.contains("events.MappingStartEvent(")) {
            mistakes.add(at, "a mapping can't be a key; write a word");
        } else {
            mistakes.add(at, "this can't be read; put text in quotes");
        }
        return mistakes.exception();
    }

    /** @param key where the key stands that leads to it */
    private Node node(@Nullable JsonToken token, Position key, int depth) throws IOException, ProfileException {
        Position at = position();
        checkDepth(depth, at);
        if (parser.isCurrentAlias()) {
            rejectAlias(parser.getText(), at);
            return new Node.Scalar(at, Kind.EMPTY, "", null);
        }
        checkTag(at);
        if (token == JsonToken.START_OBJECT) {
            return mapping(key, depth);
        } else if (token == JsonToken.START_ARRAY) {
            return sequence(at, depth);
        }
        String value = token == null ? "" : parser.getText();
        Kind kind = PlainScalar.kind(value);
        boolean quoted = kind != Kind.TEXT && token == JsonToken.VALUE_STRING && !standsAs(value);
        return new Node.Scalar(at, quoted ? Kind.TEXT : kind, value, null);
    }

    private Node.Sequence sequence(Position at, int depth) throws IOException, ProfileException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token, position(), depth + 1));
        }
        return new Node.Sequence(at, items, null);
    }

    private Node.Mapping mapping(Position at, int depth) throws IOException, ProfileException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        boolean first = true;
        while (next() != JsonToken.END_OBJECT) {
            Position keyAt = position();
            checkDepth(depth + 1, keyAt);
            String key = parser.getText();
            if (first) {
                checkFirstKeysTag(key, keyAt);
                first = false;
            } else {
                checkTag(keyAt);
            }
            Node value = node(next(), keyAt, depth + 1);
            Node.Member earlier = members.putIfAbsent(key, new Node.Member(keyAt, value));
            if (earlier != null) {
                Position before = earlier.at();
                mistakes.add(
                        keyAt,
                        Quoted.of(key) + " stands here a second time, first at line " + before.line() + ", column "
                                + before.column() + "; remove one");
            }
        }
        return new Node.Mapping(at, members, null);
    }

    private void checkDepth(int depth, Position at) throws ProfileException {
        if (depth > DEEPEST) {
            mistakes.add(at, "nested more than " + DEEPEST + " deep; " + kind.name() + " is 5 deep");
            throw mistakes.exception();
        }
    }

    private void rejectAlias(String anchor, Position at) {
        String quoted = Quoted.of(anchor);
        String name = quoted.substring(1, quoted.length() - 1);
        mistakes.add(at, "an alias (*" + name + ") can't stand in " + kind.name() + "; write the value out");
    }

    private void checkTag(Position at) throws IOException {
        String tag = parser.getTypeId();
        if (tag != null) {
            rejectTag(shorthand(tag), at);
        }
    }

    /** At a mapping's first key Jackson still has the mapping's tag, so the file itself is asked. */
    private void checkFirstKeysTag(String key, Position at) {
        if (standsAs(key)) {
            return;
        }
        int start =
                text.offsetByCodePoints(0, (int) parser.currentTokenLocation().getCharOffset());
        int end = text.offsetByCodePoints(start, (int) length());
        for (String property : text.substring(start, end).split("\\s+", 3)) {
            if (property.startsWith("!")) {
                rejectTag(property, at);
            } else if (!property.startsWith("&")) {
                return;
            }
        }
    }

    private void rejectTag(String tag, Position at) {
        mistakes.add(at, "a tag (" + Quoted.of(tag) + ") can't stand in " + kind.name() + "; remove it");
    }

    /** Jackson takes the '!' away from a tag of one's own. */
    private static String shorthand(String tag) {
        if (tag.startsWith(YAML_TAGS)) {
            return "!!".concat(tag.substring(YAML_TAGS.length()));
        }
        return tag.startsWith("tag:") ? tag : "!".concat(tag);
    }

    /** Whether the file has it just so: without quotes, a tag or an anchor. */
    private boolean standsAs(String value) {
        return length() == value.codePointCount(0, value.length());
    }

    /** Of the token in the file. */
    private long length() {
        return parser.currentLocation().getCharOffset()
                - parser.currentTokenLocation().getCharOffset();
    }

    private Position position() {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(file, location.getLineNr(), location.getColumnNr());
    }
}
