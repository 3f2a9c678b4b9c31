package org.wec7emu.firewall.enforce.socket;

import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.PortPolicy;
import org.wec7emu.firewall.enforce.socket.FilterProgram.Instruction;

/**
 * Compiles what a rule set says about one port.
 *
 * <p>A rule becomes a row of comparisons and a verdict; a comparison that fails skips to the next rule. So no conditional
 * jump is longer than one rule, and the 8 bits it has are enough however many rules there are. A TCP socket's filter sees
 * the packet from its TCP header on; the addresses before it are at negative offsets.
 */
final class FilterCompiler {
    /** Offsets from here count from the IP header: {@code SKF_NET_OFF}. */
    static final int IP_HEADER = -0x100000;

    private static final int IPV4_SOURCE = IP_HEADER + 12;
    private static final int IPV4_DESTINATION = IP_HEADER + 16;
    private static final int IPV6_SOURCE = IP_HEADER + 8;
    private static final int IPV6_DESTINATION = IP_HEADER + 24;
    private static final int VERSION_BITS = 0xF0;
    private static final int VERSION_6 = 0x60;

    private FilterCompiler() {}

    /**
     * The shortest program that does it; empty when everything passes, which needs none.
     *
     * @param family of the socket: one of IPv6 also gets packets of IPv4, unless bound to an IPv6 address
     * @throws EnforcementException when the program would be too long for the kernel
     */
    static Optional<FilterProgram> compile(PortPolicy policy, StandardProtocolFamily family)
            throws EnforcementException {
        PortPolicy ipv4 = policy.among(StandardProtocolFamily.INET);
        PortPolicy ipv6 = family == StandardProtocolFamily.INET6 ? policy.among(StandardProtocolFamily.INET6) : ipv4;
        if (ipv4.isUniform() && ipv6.isUniform() && ipv4.otherwise() == ipv6.otherwise()) {
            return ipv4.otherwise() ? Optional.empty() : Optional.of(FilterProgram.dropAll());
        }
        List<Instruction> program = new ArrayList<>();
        List<Instruction> forIpv4 = section(ipv4, IPV4_SOURCE, IPV4_DESTINATION);
        if (family == StandardProtocolFamily.INET6) {
            program.add(Instruction.of(Instruction.LOAD_BYTE, IP_HEADER));
            program.add(Instruction.of(Instruction.AND, VERSION_BITS));
            program.add(new Instruction(Instruction.JUMP_EQUAL, 0, 1, VERSION_6));
            // Over all of IPv4's rules, so of a length that only an unconditional jump has.
            program.add(Instruction.of(Instruction.JUMP, forIpv4.size()));
            program.addAll(forIpv4);
            program.addAll(section(ipv6, IPV6_SOURCE, IPV6_DESTINATION));
        } else {
            program.addAll(forIpv4);
        }
        return Optional.of(checked(program));
    }

    private static FilterProgram checked(List<Instruction> program) throws EnforcementException {
        if (program.size() > FilterProgram.LONGEST) {
            throw new EnforcementException(
                    "the firewall's rules about one port need a socket filter of " + program.size()
                            + " instructions, the kernel takes " + FilterProgram.LONGEST
                            + ": use fewer rules that name a host, or address ranges instead of single addresses");
        }
        return new FilterProgram(program);
    }

    private static List<Instruction> section(PortPolicy policy, int source, int destination) {
        List<Instruction> section = new ArrayList<>();
        Optional<Integer> loaded = Optional.empty();
        for (Rule rule : policy.rules()) {
            List<WordRange> conditions = new ArrayList<>();
            rule.publicHost().ifPresent(range -> conditions.addAll(words(range, source)));
            rule.privateHost().ifPresent(range -> conditions.addAll(words(range, destination)));
            section.addAll(clause(conditions, PortPolicy.passes(rule), loaded));
            // Whichever comparison failed, the next rule finds that word loaded - if there was only one.
            loaded = conditions.size() == 1 ? Optional.of(conditions.get(0).offset()) : Optional.empty();
        }
        section.add(Instruction.ret(policy.otherwise()));
        return section;
    }

    /** The conditions of one rule, all of which must hold for its verdict. */
    private static List<Instruction> clause(List<WordRange> conditions, boolean passes, Optional<Integer> loaded) {
        List<Instruction> backwards = new ArrayList<>();
        backwards.add(Instruction.ret(passes));
        for (int i = conditions.size() - 1; i >= 0; i--) {
            WordRange word = conditions.get(i);
            if (word.first() == word.last()) {
                backwards.add(new Instruction(Instruction.JUMP_EQUAL, 0, backwards.size(), word.first()));
            } else {
                backwards.add(new Instruction(Instruction.JUMP_GREATER, backwards.size(), 0, word.last()));
                backwards.add(new Instruction(Instruction.JUMP_GREATER_OR_EQUAL, 0, backwards.size(), word.first()));
            }
            boolean alreadyThere =
                    i == 0 && loaded.filter(it -> it == word.offset()).isPresent();
            if (!alreadyThere) {
                backwards.add(Instruction.of(Instruction.LOAD_WORD, word.offset()));
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }

    /** The words of an address that a range restricts; comparing with both limits leaves the loaded word as it is. */
    private static List<WordRange> words(AddressRange range, int offset) {
        ByteBuffer address = ByteBuffer.wrap(range.base().getAddress());
        List<WordRange> words = new ArrayList<>();
        for (int bits = range.prefix(), at = offset; bits > 0; bits -= Integer.SIZE, at += Integer.BYTES) {
            int free = bits >= Integer.SIZE ? 0 : -1 >>> bits;
            int word = address.getInt();
            words.add(new WordRange(at, word & ~free, word | free));
        }
        return words;
    }

    /**
     * A condition on the packet: the word at {@code offset} is one of {@code first} to {@code last}, unsigned and both
     * included.
     */
    private record WordRange(int offset, int first, int last) {}
}
