package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wec7emu.profile.Node.Kind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into {@link Node}s that know where they stand.
 *
 * <p>It takes SnakeYAML's events as they come: whatever builds on them costs three times as long in a fresh JVM, and
 * reading a profile is on the way to a device's first greeting.
 */
final class YamlTree {
    private static final int DEEPEST = 20;
    private static final String YAML_TAGS = "tag:yaml.org,2002:";

    private final String file;
    private final Parser parser;
    private final Mistakes mistakes = new Mistakes();

    private YamlTree(String file, Parser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The file's one document. */
    static Node.Mapping parse(String text, String file) throws ProfileException {
        try {
            return new YamlTree(file, new ParserImpl(new StreamReader(text), new LoaderOptions())).document();
        } catch (YAMLException e) {
            throw BrokenYaml.explain(e, text, file);
        }
    }

    private Node.Mapping document() throws ProfileException {
        Position start = new Position(file, 1, 1);
        parser.getEvent();
        if (parser.getEvent() instanceof StreamEndEvent) {
            mistakes.add(start, "there is nothing in this file; a profile begins with 'image:' or 'extends:'");
            throw mistakes.exception();
        }
        Node root = node(parser.getEvent(), start, 0);
        parser.getEvent();
        Event behind = parser.getEvent();
        if (!(behind instanceof StreamEndEvent)) {
            mistakes.add(
                    position(behind.getStartMark()),
                    "a second document begins here; a profile is one document, without '---' inside");
            throw mistakes.exception();
        }
        if (!(root instanceof Node.Mapping mapping)) {
            mistakes.add(root.at(), "the file is " + root.description() + "; a profile is a mapping, as in 'image:'");
            throw mistakes.exception();
        }
        mistakes.throwIfAny();
        return mapping;
    }

    /** @param key where the key stands that leads to it */
    private Node node(Event event, Position key, int depth) throws ProfileException {
        Position at = position(event.getStartMark());
        if (depth > DEEPEST) {
            mistakes.add(at, "nested more than " + DEEPEST + " deep; a profile is 5 deep");
            throw mistakes.exception();
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(scalar.getTag(), at);
            String text = scalar.getValue();
            return new Node.Scalar(at, scalar.isPlain() ? PlainScalar.kind(text) : Kind.TEXT, text, null);
        } else if (event instanceof AliasEvent alias) {
            mistakes.add(at, "an alias (*" + name(alias) + ") can't stand in a profile; write the value out");
            return new Node.Scalar(at, Kind.EMPTY, "", null);
        } else if (event instanceof SequenceStartEvent sequence) {
            checkTag(sequence.getTag(), at);
            return sequence(at, depth);
        }
        checkTag(((MappingStartEvent) event).getTag(), at);
        return mapping(key, depth);
    }

    private Node.Sequence sequence(Position at, int depth) throws ProfileException {
        List<Node> items = new ArrayList<>();
        for (Event event = parser.getEvent(); !(event instanceof SequenceEndEvent); event = parser.getEvent()) {
            items.add(node(event, position(event.getStartMark()), depth + 1));
        }
        return new Node.Sequence(at, items, null);
    }

    private Node.Mapping mapping(Position at, int depth) throws ProfileException {
        Map<String, Node.Member> members = new LinkedHashMap<>();
        for (Event event = parser.getEvent(); !(event instanceof MappingEndEvent); event = parser.getEvent()) {
            Position keyAt = position(event.getStartMark());
            Node key = node(event, keyAt, depth + 1);
            Node value = node(parser.getEvent(), keyAt, depth + 1);
            if (!(key instanceof Node.Scalar scalar)) {
                mistakes.add(keyAt, key.description() + " can't be a key; write a word");
                continue;
            }
            Node.Member earlier = members.putIfAbsent(scalar.text(), new Node.Member(keyAt, value));
            if (earlier != null) {
                Position first = earlier.at();
                mistakes.add(
                        keyAt,
                        Quoted.of(scalar.text()) + " stands here a second time, first at line " + first.line()
                                + ", column " + first.column() + "; remove one");
            }
        }
        return new Node.Mapping(at, members, null);
    }

    private void checkTag(@Nullable String tag, Position at) {
        if (tag != null) {
            mistakes.add(at, "a tag (" + shorthand(tag) + ") can't stand in a profile; remove it");
        }
    }

    private static String shorthand(String tag) {
        return Quoted.of(tag.startsWith(YAML_TAGS) ? "!!".concat(tag.substring(YAML_TAGS.length())) : tag);
    }

    private static String name(NodeEvent event) {
        String name = Quoted.of(event.getAnchor());
        return name.substring(1, name.length() - 1);
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
