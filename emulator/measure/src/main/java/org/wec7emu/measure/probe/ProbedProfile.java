package org.wec7emu.measure.probe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.measure.probe.Answers.Answer;
import org.wec7emu.profile.FirewallText;
import org.wec7emu.profile.registry.YamlText;

/**
 * A profile of a server as it was found: it extends the image that it is most like, and says what was seen, equal to the
 * image's or not, graded as observed. What stayed unknown is the image's, and named. The default state is the server as it was found.
 */
public final class ProbedProfile {
    private static final String SOURCE = "own-probe";
    private static final String STATE = "as-probed";
    private static final String INFERRED = "grade: inferred, note: ";

    private final Findings findings;
    private final Resemblance base;
    private final StringBuilder text = new StringBuilder();

    private ProbedProfile(Findings findings, Resemblance base) {
        this.findings = findings;
        this.base = base;
    }

    /**
     * Writes the profile.
     *
     * @param name its image's name
     * @param base what it extends
     * @param delivered the rules of that image as delivered, which a profile that extends it begins with
     * @param transcript what the transcript's file is called; empty when it isn't kept
     */
    public static String text(
            String name, Findings findings, Resemblance base, RuleSet delivered, LocalDate date, String transcript) {
        return new ProbedProfile(findings, base).write(name, delivered, date, transcript);
    }

    private String write(String name, RuleSet delivered, LocalDate date, String transcript) {
        String server = findings.target().url();
        line("# " + server + " as it was found from outside on " + date + ".");
        line("# " + base.equal() + " of " + base.of() + " things seen are those of "
                + base.image().profile().image() + ", which it extends.");
        remarks();
        line("");
        line("extends: " + base.image().profile().image());
        line("");
        line("sources:");
        String kept = transcript.isEmpty() ? "" : ", transcript in " + transcript;
        line("  " + SOURCE + ": {title: " + YamlText.quoted("wec7emu probe of " + server + " on " + date + kept) + "}");
        line("");
        line("evidence: {grade: observed, source: " + SOURCE + "}");
        line("");
        line("image:");
        line("  name: {value: " + name + ", " + INFERRED + "named by who probed it}");
        line("  synthetic: {value: true, " + INFERRED + "one server's answers are no image that was published}");
        line("  description: {value: a server as it was probed, " + INFERRED + "that is what it is}");
        firewall(delivered);
        ftp();
        services();
        line("");
        line("states:");
        line("  " + STATE + ":");
        line("    description: as it was found");
        line("    steps: []");
        line("");
        line("default-state: {value: " + STATE + ", " + INFERRED + "nothing has to be done to it}");
        return text.toString();
    }

    private void remarks() {
        line("#");
        line("# Seen, but a profile has no word for it:");
        findings.answers().remarks().forEach((about, remark) -> comment(about, remark));
        line("#");
        line("# Unknown, so as in " + base.image().profile().image() + ":");
        Unsettled.of(findings, base.image()).forEach(this::comment);
    }

    private void comment(String about, String remark) {
        line("#   " + about + ": " + remark.replaceAll("[\\p{Cntrl}]+", " "));
    }

    private void firewall(RuleSet delivered) {
        RuleSet rules =
                FirewallReading.of(findings, base.image().profile().firewall()).rules();
        Answer enabled = findings.answers().settled().get("firewall.enabled");
        List<String> changed = changes(delivered, rules);
        if (enabled == null && changed.isEmpty()) {
            return;
        }
        line("");
        line("firewall:");
        if (enabled != null) {
            line("  enabled: " + valued(enabled));
        }
        if (!changed.isEmpty()) {
            line("  rules:");
            line("    evidence:");
            line("      grade: inferred");
            line("      source: " + SOURCE);
            line("      note: these rules give each port that was looked at what was seen; others may do so, too");
            changed.forEach(rule -> line("    " + rule));
        }
    }

    private static List<String> changes(RuleSet delivered, RuleSet rules) {
        Map<String, Rule> old = new LinkedHashMap<>();
        delivered.rules().forEach(rule -> old.put(rule.name(), rule));
        List<String> changed = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!rule.equals(old.remove(rule.name()))) {
                changed.add(FirewallText.line(rule));
            }
        }
        old.values().forEach(rule -> changed.add(FirewallText.removal(rule)));
        return changed;
    }

    private void ftp() {
        line("");
        line("ftp:");
        List<String> replies = new ArrayList<>();
        findings.answers().settled().forEach((key, answer) -> {
            if (key.startsWith("ftp.replies.")) {
                replies.add("    " + key.substring("ftp.replies.".length()) + ": " + valued(answer));
            } else if (key.equals(Resemblance.ACCOUNTS)) {
                account(answer.value());
            } else if (key.startsWith("ftp.")) {
                line("  " + key.substring("ftp.".length()) + ": " + valued(answer));
            }
        });
        if (!replies.isEmpty()) {
            line("  replies:");
            replies.forEach(this::line);
        }
    }

    /** The password isn't written down, unless the catalogue has it already. */
    private void account(String user) {
        boolean known = base.image().profile().ftp().access().accounts().stream()
                .anyMatch(account -> account.user().equalsIgnoreCase(user));
        if (!known) {
            line("  accounts:");
            line("    value:");
            line("      - {user: " + YamlText.quoted(user) + ", password: \"1\"}");
            line("    grade: inferred");
            line("    source: " + SOURCE);
            line("    note: the user is the one that was let in; the password isn't, as it is written down nowhere");
        }
    }

    private void services() {
        List<String> listening = new ArrayList<>();
        base.image().profile().services().forEach(service -> {
            Answer answer = findings.answers().settled().get("services." + service.name() + ".listening");
            if (answer != null) {
                listening.add("  " + service.name() + ":");
                listening.add("    listening: " + valued(answer));
            }
        });
        if (!listening.isEmpty()) {
            line("");
            line("services:");
            listening.forEach(this::line);
        }
    }

    private static String valued(Answer answer) {
        String value =
                answer.value().matches("[A-Za-z0-9][A-Za-z0-9 -]*") ? answer.value() : YamlText.quoted(answer.value());
        return answer.isObserved()
                ? value
                : "{value: " + value + ", grade: inferred, source: " + SOURCE + ", note: "
                        + YamlText.quoted(answer.note()) + "}";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
