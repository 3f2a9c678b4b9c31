package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.WhatWorks.Works;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.path.NetworkPath;

/** What works for a client, and why. */
class WhatWorksTests {
    private static final PortRange EPHEMERAL = new PortRange(49152, 65535);
    private static final InetAddress CLIENT = AddressRange.parse("192.0.2.7").base();
    private static final InetAddress DEVICE = AddressRange.parse("192.0.2.1").base();
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final Rule FTP = Rule.allow("ftp", new Traffic.Tcp(new PortRange(20, 21)));

    private static WhatWorks with(NetworkPath path, Rule... rules) {
        RuleSet firewall = new RuleSet(Dialect.CXCONFIG, true, List.of(rules));
        return WhatWorks.of(true, firewall, path, EPHEMERAL, CLIENT, DEVICE);
    }

    private static WhatWorks with(Rule... rules) {
        return with(NetworkPath.DIRECT, rules);
    }

    @Test
    void behind_the_images_firewall_active_mode_works_and_passive_mode_does_not() {
        WhatWorks works = with(BLOCK_ALL, FTP);

        assertThat(works.control().works()).isEqualTo(Works.YES);
        assertThat(works.active().works()).isEqualTo(Works.YES);
        assertThat(works.passive().works()).isEqualTo(Works.NO);
        assertThat(works.passive().because())
                .contains("49152-65535", "no rule allows it, so rule BlockAllRule blocks it");
    }

    @Test
    void with_the_passive_ports_entered_passive_mode_works_too() {
        WhatWorks works = with(BLOCK_ALL, FTP, Rule.allow("passive", new Traffic.Tcp(EPHEMERAL)));

        assertThat(works.passive().works()).isEqualTo(Works.YES);
        assertThat(works.passive().because()).contains("passive");
    }

    @Test
    void with_some_of_them_entered_it_works_now_and_then() {
        WhatWorks works = with(BLOCK_ALL, FTP, Rule.allow("some", new Traffic.Tcp(new PortRange(50000, 50009))));

        assertThat(works.passive().works()).isEqualTo(Works.PARTLY);
        assertThat(works.passive().because()).contains("all but 10 of the passive ports");
    }

    @Test
    void a_rule_for_another_host_lets_this_one_in_nowhere() {
        WhatWorks works = with(BLOCK_ALL, FTP.from(AddressRange.parse("192.0.2.8")));

        assertThat(works.control().works()).isEqualTo(Works.NO);
        assertThat(works.active().because()).startsWith("there is no control connection: the firewall drops port 21");
        assertThat(works.passive().works()).isEqualTo(Works.NO);
    }

    @Test
    void behind_a_nat_active_mode_does_not_work() {
        WhatWorks works = with(NetworkPath.CLIENT_NAT, BLOCK_ALL, FTP);

        assertThat(works.control().works()).isEqualTo(Works.YES);
        assertThat(works.active().works()).isEqualTo(Works.NO);
        assertThat(works.active().because()).contains("behind a NAT");
    }

    @Test
    void the_devices_own_firewall_may_keep_its_connect_in() {
        WhatWorks works = with(FTP, Rule.outbound("stay", Action.BLOCK, Traffic.any()));

        assertThat(works.active().works()).isEqualTo(Works.NO);
        assertThat(works.active().because()).contains("its connect to the client", "stay");
    }

    @Test
    void a_server_that_is_off_is_named_with_the_firewall() {
        RuleSet firewall = new RuleSet(Dialect.CXCONFIG, true, List.of(BLOCK_ALL));

        WhatWorks works = WhatWorks.of(false, firewall, NetworkPath.DIRECT, EPHEMERAL, CLIENT, DEVICE);

        assertThat(works.control().because())
                .isEqualTo(
                        "the FTP server is off and the firewall drops port 21: no rule allows it, so rule BlockAllRule"
                                + " blocks it");
    }
}
