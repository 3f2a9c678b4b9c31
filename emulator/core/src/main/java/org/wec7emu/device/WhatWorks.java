package org.wec7emu.device;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.host.PortMap;
import org.wec7emu.path.NetworkPath;

/**
 * What a client can do with a device, by its FTP server, the rules in force and the path between them.
 *
 * @param control whether it gets a greeting at port 21
 * @param active whether the device can open data connections to it
 * @param passive whether it can open data connections to the device
 */
public record WhatWorks(Mode control, Mode active, Mode passive) {
    /** Stands for whatever port a client has. */
    private static final int SOME_PORT = 50_000;

    /**
     * Whether something works, and why.
     *
     * @param because a sentence without a full stop
     */
    public record Mode(Works works, String because) {}

    /** Whether something works. */
    public enum Works {
        YES,
        /** With some of the device's passive ports. */
        PARTLY,
        NO
    }

    static WhatWorks of(
            boolean ftpOn,
            RuleSet rules,
            NetworkPath path,
            PortRange ephemeral,
            InetAddress client,
            InetAddress device) {
        InetSocketAddress clientEnd = new InetSocketAddress(client, SOME_PORT);
        Mode control = control(ftpOn, connect(rules, clientEnd, device, PortMap.CONTROL_PORT));
        if (control.works() == Works.NO) {
            Mode neither = new Mode(Works.NO, "there is no control connection: " + control.because());
            return new WhatWorks(control, neither, neither);
        }
        return new WhatWorks(
                control, active(rules, path, clientEnd, device), passive(rules, ephemeral, clientEnd, device));
    }

    private static Verdict connect(RuleSet rules, InetSocketAddress client, InetAddress device, int port) {
        return rules.decide(Packet.Tcp.syn(Direction.INBOUND, client, new InetSocketAddress(device, port)));
    }

    private static Mode control(boolean ftpOn, Verdict verdict) {
        List<String> reasons = new ArrayList<>();
        if (!ftpOn) {
            reasons.add("the FTP server is off");
        }
        if (!verdict.passes()) {
            reasons.add("the firewall drops port " + PortMap.CONTROL_PORT + ": "
                    + verdict.cause().sentence());
        }
        return reasons.isEmpty()
                ? new Mode(Works.YES, verdict.cause().sentence())
                : new Mode(Works.NO, String.join(" and ", reasons));
    }

    private static Mode active(RuleSet rules, NetworkPath path, InetSocketAddress client, InetAddress device) {
        Verdict verdict = rules.decide(
                Packet.Tcp.syn(Direction.OUTBOUND, client, new InetSocketAddress(device, PortMap.DATA_PORT)));
        if (!verdict.passes()) {
            return new Mode(
                    Works.NO,
                    "the device's own firewall drops its connect to the client: "
                            + verdict.cause().sentence());
        }
        return path.letsDeviceIn()
                ? new Mode(Works.YES, "the device connects to the client, which its firewall lets out")
                : new Mode(Works.NO, path.whyDialsGetLost());
    }

    private static Mode passive(RuleSet rules, PortRange ephemeral, InetSocketAddress client, InetAddress device) {
        int open = 0;
        Verdict firstDrop = null;
        for (int port = ephemeral.first(); port <= ephemeral.last(); port++) {
            Verdict verdict = connect(rules, client, device, port);
            if (verdict.passes()) {
                open++;
            } else if (firstDrop == null) {
                firstDrop = verdict;
            }
        }
        String range = "the passive ports " + ephemeral;
        if (firstDrop == null) {
            return new Mode(
                    Works.YES,
                    "the firewall lets connects to " + range + " in: "
                            + connect(rules, client, device, ephemeral.first())
                                    .cause()
                                    .sentence());
        }
        String because = firstDrop.cause().sentence();
        return open == 0
                ? new Mode(Works.NO, "the firewall drops connects to " + range + ": " + because)
                : new Mode(
                        Works.PARTLY,
                        "the firewall drops connects to all but " + open + " of " + range + ": " + because);
    }
}
