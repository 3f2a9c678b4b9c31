package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.device.Device;
import org.wec7emu.device.WhatWorks;
import org.wec7emu.device.WhatWorks.Works;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent.FaultStarted;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Service;
import org.wec7emu.report.EventLines;

/** What a person needs once a device answers: where it is, what its firewall does, which commands work and which don't. */
final class Banner {

    private static final String INDENT = "          ";

    private final Device device;
    private final DeviceProfile profile;
    private final Choice enforcement;
    private Set<String> states;
    private @Nullable String registry;
    private @Nullable String controlUrl;

    /** @param enforcement what enforces the firewall, and why not something stronger */
    Banner(Device device, Choice enforcement) {
        this.device = device;
        this.profile = device.profile();
        this.enforcement = enforcement;
        states = profile.states().keySet();
    }

    /** @param startable names of the states that the device might be started in; those that its profile has unless told */
    Banner withStates(Set<String> startable) {
        states = startable;
        return this;
    }

    /** @param summary what registry files were entered; null for none */
    Banner withRegistry(@Nullable String summary) {
        registry = summary;
        return this;
    }

    /** @param url of the control API's page; null for none */
    Banner withControl(@Nullable String url) {
        controlUrl = url;
        return this;
    }

    void print(PrintWriter out) {
        WhatWorks works = device.whatWorks();
        boolean control = works.control().works() != Works.NO;
        boolean passive = works.passive().works() != Works.NO;
        out.println(profile.devices().get(0) + " with image " + profile.image()
                + (profile.synthetic() ? " (synthetic)" : "") + ", state " + device.state());
        if (registry != null) {
            out.println("registry " + registry);
        }
        if (control) {
            out.println("answers at " + device.url() + "  (user " + device.user() + ", password " + device.password()
                    + ")");
        } else {
            out.println("doesn't answer at " + device.host() + " port " + device.port() + ": " + whyNot(works));
        }
        printFirewall(out);
        out.println();
        out.println("Ports     "
                + (device.ports().offset() == 0
                        ? "the device's own: " + PortMap.CONTROL_PORT + ", and " + PortMap.DATA_PORT + " to dial from"
                        : "the device's " + PortMap.CONTROL_PORT + " is " + device.port() + " here, its "
                                + PortMap.DATA_PORT + " is " + device.ports().onHost(PortMap.DATA_PORT)));
        device.ports()
                .publication()
                .ifPresent(publication ->
                        out.println(INDENT + "(plumbing of this host, no setting of the device: its passive "
                                + device.ports().passive() + " are " + publication.ports() + " here"
                                + publication
                                        .announced()
                                        .map(address -> ", announced at " + AddressText.of(address))
                                        .orElse("")
                                + ")"));
        printServices(out);
        if (device.path() != NetworkPath.DIRECT) {
            out.println("Path      " + device.path() + ": " + device.path().description());
        }
        out.println("Files     " + device.ftpRoot());
        String label = "Faults    ";
        for (FaultStarted fault : device.journal().events(FaultStarted.class)) {
            out.println(label + EventLines.fault(fault));
            label = INDENT;
        }
        if (controlUrl != null) {
            out.println("Control   " + controlUrl);
        }
        printClients(out, control, passive);
        out.println();
        out.println("Ctrl-C ends it.");
        out.flush();
    }

    private String whyNot(WhatWorks works) {
        boolean delivered = states.contains("ftp-ready");
        return works.control().because() + (delivered ? "; --state ftp-ready is the device made ready for FTP" : "");
    }

    private void printFirewall(PrintWriter out) {
        out.println();
        boolean on = device.firewall().enabled();
        String how = EnforceOption.describe(enforcement);
        out.println("Firewall  " + (on ? "on, enforced by " + how : "off; would be enforced by " + how));
        EnforceOption.reservations(enforcement, device.firewall())
                .forEach(line -> out.println(INDENT + "(" + line + ")"));
        if (!on) {
            return;
        }
        RuleSet rules = device.firewall();
        boolean blocksTheRest = rules.dialect().otherwise(Direction.INBOUND) == Action.BLOCK;
        for (Rule rule : rules.rules()) {
            if (blocksAll(rule)) {
                blocksTheRest = true;
            } else {
                out.println(INDENT
                        + rule.caption()
                        + (rule.isAboutDeviceItself() ? " (the device itself: lets no client in)" : ""));
            }
        }
        if (blocksTheRest) {
            out.println(INDENT + "Block all else");
        }
    }

    /** As somebody who scans the device wants to know what answers. */
    private void printServices(PrintWriter out) {
        Set<String> missing = new HashSet<>();
        device.servicesLeftOut().forEach(leftOut -> missing.add(leftOut.service()));
        List<String> listening = new ArrayList<>();
        for (Service service : device.services()) {
            if (service.listening() && !missing.contains(service.name())) {
                String protocol = service.protocol() == Service.Protocol.UDP ? "/udp" : "";
                listening.add(service.name() + " " + service.port() + protocol);
            }
        }
        int offset = device.ports().offset();
        if (!listening.isEmpty()) {
            out.println("Services  " + String.join(", ", listening) + ": accept and say nothing"
                    + (offset == 0 ? "" : "; ports are " + offset + " higher here"));
        }
        device.servicesLeftOut()
                .forEach(leftOut ->
                        out.println(INDENT + "(goes without " + leftOut.service() + ": " + leftOut.because() + ")"));
    }

    private static boolean blocksAll(Rule rule) {
        return rule.action() == Action.BLOCK
                && rule.direction() == Direction.INBOUND
                && rule.isAboutEverything()
                && rule.when().isEmpty()
                && rule.enabled();
    }

    private void printClients(PrintWriter out, boolean control, boolean passive) {
        if (!control) {
            return;
        }
        boolean active = device.path().letsDeviceIn();
        out.println();
        out.println(
                active
                        ? "Works, as the device dials the client (active):"
                        : "Doesn't: the device's connect is lost on the client's side, both wait (active):");
        clients(false).forEach(line -> out.println("  " + line));
        out.println(
                passive
                        ? "Works" + (active ? " too" : "") + ", as no firewall is in the way (passive):"
                        : "Doesn't" + (active ? "" : " either")
                                + ": the firewall drops the data connection, the client waits (passive):");
        clients(true).forEach(line -> out.println("  " + line));
    }

    private List<String> clients(boolean passive) {
        String python = "python3 -c \"import ftplib; f = ftplib.FTP(); f.connect('" + device.host() + "', "
                + device.port() + ", 10); f.login('" + device.user() + "', '" + device.password() + "'); f.set_pasv("
                + (passive ? "True" : "False") + "); f.dir()\"";
        return List.of(
                "curl " + (passive ? "-m 10 " : "--ftp-port - ") + device.url(),
                "lftp -e 'set ftp:passive-mode " + (passive ? "yes" : "no")
                        + "; set net:timeout 10; set net:max-retries 1; ls; bye' " + device.url(),
                python);
    }

    /** Whether a client gets a greeting. */
    static boolean answers(Device device) {
        return device.whatWorks().control().works() != Works.NO;
    }
}
