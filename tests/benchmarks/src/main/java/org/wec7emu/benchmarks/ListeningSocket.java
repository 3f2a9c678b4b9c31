package org.wec7emu.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.choice.Enforcers;

/** A listening socket for FTP behind a level of enforcement, or, to compare with, behind none. */
final class ListeningSocket implements Closeable {
    private static final int QUEUE = 64;
    private static final InetAddress OWN_ADDRESS =
            AddressRange.parse("127.77.0.21").base();

    private final ServerSocketChannel channel;
    private final Optional<Enforcement> enforcement;

    private ListeningSocket(ServerSocketChannel channel, Optional<Enforcement> enforcement) {
        this.channel = channel;
        this.enforcement = enforcement;
    }

    static ListeningSocket nothing() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), QUEUE);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new ListeningSocket(channel, Optional.empty());
    }

    /** @throws IOException when the level can't be had here; the message says why */
    static ListeningSocket level(EnforcementLevel level, int ruleCount) throws IOException {
        Enforcement enforcement = enforcer(level).start(rules(level, ruleCount));
        try {
            GuardedPort port = enforcement.open(StandardProtocolFamily.INET, Mixture.FTP);
            port.channel().bind(endpoint(level), QUEUE);
            port.bound();
            return new ListeningSocket(port.channel(), Optional.of(enforcement));
        } catch (IOException | RuntimeException e) {
            enforcement.close();
            throw e;
        }
    }

    /** Rules of which the level can enforce all, and which let in 127.0.0.1 to FTP. A level that wants others says so here. */
    static RuleSet rules(EnforcementLevel level, int count) {
        return level == EnforcementLevel.BACKLOG ? Mixture.rulesOfWholePorts(count) : Mixture.rules(count);
    }

    /** As many of them, and one is different. */
    static RuleSet otherRules(EnforcementLevel level, int count) {
        Rule telnet = Rule.allow("other", Traffic.tcp(23));
        Rule anotherClient = Rule.allow("other", Traffic.tcp(Mixture.FTP)).from(AddressRange.parse("11.0.0.1"));
        return rules(level, count).without("ping").with(level == EnforcementLevel.BACKLOG ? telnet : anotherClient);
    }

    /** @throws EnforcementException when the level can't be had here; the message says why */
    static Enforcer enforcer(EnforcementLevel level) throws EnforcementException {
        return level == EnforcementLevel.NFTABLES
                ? Enforcers.named(level, new Placement(OWN_ADDRESS, true))
                : Enforcers.named(level);
    }

    /** A level that works only on an address of the device's own gets one, and then sees the port's true number. */
    private static InetSocketAddress endpoint(EnforcementLevel level) {
        return level == EnforcementLevel.NFTABLES
                ? new InetSocketAddress(OWN_ADDRESS, Mixture.FTP)
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    ServerSocketChannel channel() {
        return channel;
    }

    void apply(RuleSet rules) throws IOException {
        if (enforcement.isPresent()) {
            enforcement.get().apply(rules);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        enforcement.ifPresent(Enforcement::close);
    }
}
