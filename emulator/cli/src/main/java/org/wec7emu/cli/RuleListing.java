package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDateTime;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.profile.Evidence;

/** The rules of a firewall, each with its name, its caption, whether it is in force, and what it rests on. */
final class RuleListing {
    private final FirewallSubject subject;
    private final RuleSet rules;
    private final LocalDateTime at;

    /**
     * @param subject whose rules they are
     * @param rules with what the command line changed of them
     * @param at by the device's clock
     */
    RuleListing(FirewallSubject subject, RuleSet rules, LocalDateTime at) {
        this.subject = subject;
        this.rules = rules;
        this.at = at;
    }

    void print(PrintWriter out) {
        subject.print(out);
        out.println(
                "Dialect " + rules.dialect().label() + ": " + rules.dialect().sentence());
        out.println("Firewall " + (rules.enabled() ? "on" : "off: everything passes"));
        if (rules.firstWithTimes().isPresent()) {
            out.println("Time " + AtOption.text(at) + ", by the device's clock");
        }
        if (rules.rules().isEmpty()) {
            out.println("No rules");
            return;
        }
        out.println();
        Columns table = new Columns();
        table.row("RULE", "", "GRADE", "SOURCE");
        for (Rule rule : rules.rules()) {
            Evidence evidence = subject.evidence().get(rule.name());
            table.row(
                    rule.name(),
                    rule.caption() + mark(rule),
                    evidence == null ? "" : evidence.grade().label(),
                    evidence == null ? whence(rule) : evidence.source());
        }
        table.print(out);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("meaning", rules.dialect().sentence());
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules.rules()) {
            json.writeStartObject();
            json.writeStringField("name", rule.name());
            json.writeStringField("caption", rule.caption());
            json.writeBooleanField("enabled", rule.enabled());
            json.writeBooleanField("inForce", rule.enabled() && holds(rule));
            json.writeBooleanField("aboutDeviceItself", rule.isAboutDeviceItself());
            Evidence evidence = subject.evidence().get(rule.name());
            json.writeStringField(
                    "grade", evidence == null ? "" : evidence.grade().label());
            json.writeStringField("source", evidence == null ? whence(rule) : evidence.source());
            json.writeStringField("note", evidence == null ? "" : evidence.note());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What a caption doesn't say; of a disabled rule it does. */
    private String mark(Rule rule) {
        if (rule.enabled() && !holds(rule)) {
            return " (not in force now)";
        }
        return rule.isAboutDeviceItself() ? " (the device itself: lets no client in)" : "";
    }

    private boolean holds(Rule rule) {
        return rule.when().map(times -> times.holds(at)).orElse(true);
    }

    private String whence(Rule rule) {
        return subject.rules().rules().contains(rule) ? "" : "(the command line)";
    }
}
