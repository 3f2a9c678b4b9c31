package org.wec7emu.cli;

import java.io.IOException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.RuleSet;

/** The rules of a firewall: listed, written in another form, or tried out on packets. */
final class FirewallCommand extends Subcommand {
    private static final String STATE = "--state";
    private static final String AS = "--as";
    private static final String JSON = "--json";
    /** Of loopback, and nobody's: as README has it. */
    private static final String OWN_ADDRESS = "127.0.0.21";

    private final ProfilesOption profiles;
    private final FirewallOptions changes;
    private final AtOption at;
    private final PacketVerdicts verdicts;

    FirewallCommand() {
        super(
                "firewall",
                "Shows the firewall rules of an image in a state, writes them in another form (--as), or says what they do"
                        + " with a packet (--test).");
        parameter("IMAGE", ImageArgument.DESCRIPTION + " A file with a section firewall: alone will do.");
        profiles = new ProfilesOption(this);
        option(STATE, "STATE", "A state of the profile; its default state unless told.");
        changes = new FirewallOptions(this);
        option(
                AS,
                RuleForm.labels("|"),
                "Write the rules as filter programs of the device's TCP ports (bpf), as the table that is sent to the"
                        + " kernel's packet filter for a device at --device, or 127.0.0.21 (nft), as keys of the device's"
                        + " registry (reg), or as the firewall section of a profile (yaml).");
        verdicts = new PacketVerdicts(this);
        at = new AtOption(this);
        flag(JSON, "Print JSON.");
        spec().usageMessage()
                .footer(
                        "",
                        "A packet is PROTOCOL FROM -> TO:",
                        "  PROTOCOL  tcp, udp, icmp, icmpv6, esp, ah, or an IP protocol's number",
                        "  FROM, TO  ADDRESS:PORT, IPv6 as in [fe80::1]:21; without ADDRESS the device:",
                        "            'tcp 192.0.2.7 -> :21' comes in, 'udp :68 -> 192.0.2.7:67' goes out.",
                        "            TCP and UDP need the port they go to, not the one they come from.",
                        "  icmp      also takes echo-request (ping), echo-reply, or type N code N",
                        "  tcp       opens a connection; with the word established it belongs to one");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        RuleForm form = form();
        FirewallSubject subject = FirewallSubject.of(parameter(), value(STATE), profiles);
        RuleSet rules = changes.applyTo(subject.rules());
        LocalDateTime time = at.time();
        if (form != null) {
            out().print(form.text(rules, time, verdicts.deviceOr(OWN_ADDRESS)));
            out().flush();
            return ExitCode.GOOD;
        } else if (isSet(JSON)) {
            return printJson(subject, rules, time);
        } else if (verdicts.areAskedFor()) {
            PacketVerdicts.Report report = verdicts.judge(rules, time);
            report.print(out());
            return report.exitCode();
        }
        new RuleListing(subject, rules, time).print(out());
        return ExitCode.GOOD;
    }

    /** Null when none is asked for. */
    private @Nullable RuleForm form() throws BadInput {
        String word = value(AS);
        if (word == null) {
            return null;
        }
        RuleForm form = RuleForm.named(AS, word);
        if (isSet(JSON) || verdicts.areAskedFor()) {
            throw new BadInput(AS + " " + word + " stands alone; leave out " + (isSet(JSON) ? JSON : "--test"));
        }
        return form;
    }

    private int printJson(FirewallSubject subject, RuleSet rules, LocalDateTime time) throws BadInput, IOException {
        // Judged before anything is printed: a mistake in a packet leaves no half of an object.
        PacketVerdicts.Report report = verdicts.judge(rules, time);
        Json.print(out(), json -> {
            json.writeStartObject();
            subject.write(json);
            json.writeStringField("dialect", rules.dialect().label());
            json.writeBooleanField("enabled", rules.enabled());
            json.writeStringField("at", AtOption.text(time));
            if (verdicts.areAskedFor()) {
                report.write(json);
            } else {
                new RuleListing(subject, rules, time).write(json);
            }
            json.writeEndObject();
        });
        return report.exitCode();
    }
}
