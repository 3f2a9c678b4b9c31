package org.wec7emu.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.rules.EnteredRules;
import org.wec7emu.rules.RuleArgument;

/** The device's firewall: its switch, its rules, and what they dropped. */
final class FirewallResource {
    private static final String ENABLED = "enabled";
    private static final String ALLOW = "allow";
    private static final String BLOCK = "block";

    private final Device device;
    private final DropCounts drops;

    FirewallResource(Device device, DropCounts drops) {
        this.device = device;
        this.drops = drops;
    }

    void get(Call call) throws IOException {
        call.answer(200, json(device.firewall()));
    }

    void toggle(Call call) throws IOException, Problem {
        boolean on = call.flag(ENABLED);
        call.answer(200, json(Changes.apply(device, rules -> rules.withEnabled(on))));
    }

    void drops(Call call) throws IOException {
        call.answer(200, drops.json());
    }

    void rule(Call call) throws IOException, Problem {
        call.answer(200, json(known(device.firewall(), call.part("name"))));
    }

    void toggleRule(Call call) throws IOException, Problem {
        String name = call.part("name");
        boolean on = call.flag(ENABLED);
        known(device.firewall(), name);
        RuleSet rules = Changes.apply(device, set -> set.withRuleEnabled(name, on));
        call.answer(200, json(known(rules, name)));
    }

    void remove(Call call) throws IOException, Problem {
        String name = call.part("name");
        known(device.firewall(), name);
        Changes.apply(device, set -> set.without(name));
        call.nothing();
    }

    void add(Call call) throws IOException, Problem {
        EnteredRules.Entry entry = entry(call.body(ALLOW, BLOCK));
        List<String> remarks = new ArrayList<>();
        Set<String> before = new HashSet<>();
        RuleSet rules;
        try {
            rules = Changes.apply(device, set -> {
                set.rules().forEach(rule -> before.add(rule.name()));
                return new EnteredRules(set, remarks::add).enter(List.of(entry));
            });
        } catch (IllegalArgumentException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()), "the rules are as they were");
        }
        List<Map<String, Object>> added = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (!before.contains(rule.name())) {
                added.add(json(rule));
            }
        }
        if (added.size() == 1) {
            call.header(
                    "Location",
                    call.scope().base() + "/firewall/rules/"
                            + PathSegment.encoded(String.valueOf(added.get(0).get("name"))));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("added", added);
        json.put("remarks", remarks);
        call.answer(added.isEmpty() ? 200 : 201, json);
    }

    private static EnteredRules.Entry entry(Map<String, Object> body) throws Problem {
        if (body.size() != 1) {
            throw Problem.unusable("the body has " + body.keySet(), "send either " + ALLOW + " or " + BLOCK);
        }
        String word = body.keySet().iterator().next();
        if (!(body.get(word) instanceof String text)) {
            throw Problem.unusable("'" + word + "' is no text", "write it as in tcp/20-21@192.168.0.0/24");
        }
        try {
            Action action = word.equals(ALLOW) ? Action.ALLOW : Action.BLOCK;
            return new EnteredRules.Entry(word + " " + text, RuleArgument.rule(word, action, text));
        } catch (IllegalArgumentException e) {
            throw Problem.unusable(String.valueOf(e.getMessage()), "write it as " + RuleArgument.LABEL);
        }
    }

    private static Rule known(RuleSet rules, String name) throws Problem {
        for (Rule rule : rules.rules()) {
            if (rule.name().equals(name)) {
                return rule;
            }
        }
        throw Problem.notFound("the firewall has no rule '" + name + "'", "GET /v1/firewall lists those it has");
    }

    private Map<String, Object> json(RuleSet rules) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(ENABLED, rules.enabled());
        json.put("dialect", rules.dialect().label());
        json.put("precedence", rules.dialect().sentence());
        json.put("enforcement", device.enforcement().label());
        List<Map<String, Object>> list = new ArrayList<>();
        rules.rules().forEach(rule -> list.add(json(rule)));
        json.put("rules", list);
        return json;
    }

    private Map<String, Object> json(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", rule.name());
        json.put("caption", rule.caption());
        json.put("action", rule.action().name().toLowerCase(Locale.ROOT));
        json.put("direction", rule.direction().name().toLowerCase(Locale.ROOT));
        RuleArgument.words(rule).ifPresent(words -> json.put("traffic", words));
        json.put(ENABLED, rule.enabled());
        json.put("inForce", inForce(rule.name()));
        json.put("aboutDeviceItself", rule.isAboutDeviceItself());
        json.put("dropped", drops.by(rule.name()));
        return json;
    }

    /** Whether it decides anything now: the firewall is on, and so is the rule, at this hour. */
    private boolean inForce(String name) {
        RuleSet now = device.firewallInForce();
        return now.enabled()
                && now.rules().stream().anyMatch(rule -> rule.name().equals(name) && rule.enabled());
    }
}
