package org.wec7emu.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/**
 * A rule set as a profile's section {@code firewall:}, alone. Evidence is no part of it: rules that somebody tries out rest on
 * nothing. Whoever puts the section into a profile has to say what it rests on.
 */
public final class FirewallText {
    private static final String FIREWALL = "firewall";
    private static final String EVIDENCE = "evidence";
    private static final String GRADE = "grade";

    private FirewallText() {}

    /**
     * Writes the section, a rule a line, so that it is read back to the same rules.
     *
     * @throws IllegalArgumentException when a profile can't say what a rule says; the message names it
     */
    public static String write(RuleSet rules) {
        StringBuilder text = new StringBuilder("firewall:\n");
        text.append("  dialect: ").append(rules.dialect().label()).append('\n');
        text.append("  enabled: ").append(rules.enabled()).append('\n');
        text.append(rules.rules().isEmpty() ? "  rules: {}\n" : "  rules:\n");
        for (Rule rule : rules.rules()) {
            text.append("    ").append(new RuleText(rule).line()).append('\n');
        }
        return text.toString();
    }

    /**
     * Writes a rule as it stands in {@code firewall.rules:}, as in {@code rule4: {allow: tcp, port: 443}}.
     *
     * @throws IllegalArgumentException when a profile can't say what the rule says; the message names it
     */
    public static String line(Rule rule) {
        return new RuleText(rule).line();
    }

    /** The line that takes away the rule of that name which a profile's base has. */
    public static String removal(Rule rule) {
        String line = line(rule);
        return line.substring(0, line.indexOf(": {")) + ": " + Inheritance.REMOVED;
    }

    /**
     * Reads a file that has this section and nothing else (except, maybe, {@code evidence:}).
     *
     * @return empty when it has other keys as well, so is to be read as a profile
     * @throws IOException when the file can't be read; the message names it and says why
     * @throws ProfileException when what it has can't be used
     */
    public static Optional<RuleSet> read(Path file) throws IOException, ProfileException {
        return read(ProfileText.of(file), file.toString());
    }

    /**
     * Reads such a file's text.
     *
     * @param fileName what messages call it
     */
    static Optional<RuleSet> read(String text, String fileName) throws ProfileException {
        try {
            return rules(text, fileName);
        } catch (ProfileException e) {
            throw e.underlined(Map.of(fileName, text));
        }
    }

    private static Optional<RuleSet> rules(String text, String fileName) throws ProfileException {
        Node.Mapping tree = YamlTree.parse(text, fileName);
        List<String> others = new ArrayList<>(tree.members().keySet());
        others.remove(EVIDENCE);
        if (!others.equals(List.of(FIREWALL))) {
            return Optional.empty();
        }
        Mistakes mistakes = new Mistakes();
        Cursor top = new Cursor(new EvidenceResolver(mistakes).resolve(withEvidence(tree)), "", mistakes);
        RuleSet rules = new FirewallSection(top.section(FIREWALL, "dialect: cxconfig")).read();
        top.close();
        mistakes.throwIfAny();
        return Optional.of(rules);
    }

    private static Node.Mapping withEvidence(Node.Mapping tree) {
        if (tree.members().containsKey(EVIDENCE)) {
            return tree;
        }
        Map<String, Node.Member> nothing = new LinkedHashMap<>();
        nothing.put(GRADE, text(tree, Grade.UNKNOWN.label()));
        nothing.put("note", text(tree, "rules by themselves"));
        Map<String, Node.Member> members = new LinkedHashMap<>(tree.members());
        members.put(EVIDENCE, new Node.Member(tree.at(), new Node.Mapping(tree.at(), nothing, null)));
        return new Node.Mapping(tree.at(), members, null);
    }

    private static Node.Member text(Node.Mapping tree, String text) {
        return new Node.Member(tree.at(), new Node.Scalar(tree.at(), Node.Kind.TEXT, text, null));
    }
}
