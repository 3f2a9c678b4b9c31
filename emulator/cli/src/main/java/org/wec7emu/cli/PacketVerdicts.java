package org.wec7emu.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.PacketText;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Verdict;

/** What the firewall does with packets that a user describes, one after the other, as one device meets them. */
final class PacketVerdicts {
    private static final String TEST = "--test";
    private static final String DEVICE = "--device";
    /** Addresses that no packet on a network has, so that nobody else is taken for the device. */
    private static final List<String> NOBODYS = List.of("0.0.0.0", "::");

    private final Subcommand command;

    PacketVerdicts(Subcommand command) {
        this.command = command;
        command.repeatable(
                TEST,
                "PACKET",
                "Say what the firewall does with a packet, as in '" + PacketText.EXAMPLE
                        + "', and why; exit code 1 when"
                        + " one is dropped. May be given several times: then each is judged after the one before, so an"
                        + " answer passes.");
        command.repeatable(
                DEVICE,
                "ADDRESS",
                "An address of the device in --test, for rules that name it, and in --as nft; may be given several times.");
    }

    boolean areAskedFor() {
        return !command.values(TEST).isEmpty();
    }

    /** Judges them all; without any there is nothing to report. */
    Report judge(RuleSet rules, LocalDateTime at) throws BadInput {
        PacketText text = new PacketText(device());
        PacketFilter filter = new PacketFilter(rules, () -> at.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        List<Judged> all = new ArrayList<>();
        for (String described : command.values(TEST)) {
            Packet packet = packet(text, described);
            List<String> notedBy =
                    filter.loggedBy(packet).stream().map(Rule::name).toList();
            all.add(new Judged(described.strip(), filter.decide(packet), notedBy));
        }
        return new Report(all);
    }

    private static Packet packet(PacketText text, String described) throws BadInput {
        try {
            return text.parse(described);
        } catch (IllegalArgumentException e) {
            throw new BadInput(TEST + ": " + e.getMessage());
        }
    }

    /** The first address that the user gave to the device, or another. */
    InetAddress deviceOr(String otherwise) throws BadInput {
        List<String> given = command.values(DEVICE);
        return address(given.isEmpty() ? otherwise : given.get(0));
    }

    private List<InetAddress> device() throws BadInput {
        List<InetAddress> addresses = new ArrayList<>();
        List<String> texts = new ArrayList<>(command.values(DEVICE));
        texts.addAll(NOBODYS);
        for (String text : texts) {
            addresses.add(address(text));
        }
        return addresses;
    }

    private static InetAddress address(String text) throws BadInput {
        try {
            return AddressRange.parse(text.contains("/") ? "" : text).base();
        } catch (IllegalArgumentException e) {
            throw new BadInput(DEVICE + " " + text + ": it takes one address, such as 192.168.0.20 or fe80::1");
        }
    }

    /** A packet as it was described, its verdict, and the rules that note it. */
    private record Judged(String packet, Verdict verdict, List<String> notedBy) {}

    /** The verdicts, in the order of the packets. */
    record Report(List<Judged> all) {
        void print(PrintWriter out) {
            Columns table = new Columns();
            for (Judged judged : all) {
                String noted =
                        judged.notedBy().isEmpty() ? "" : " (noted by " + String.join(", ", judged.notedBy()) + ")";
                table.row(judged.packet(), judged.verdict().sentence() + noted);
            }
            table.print(out);
        }

        void write(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart("tests");
            for (Judged judged : all) {
                json.writeStartObject();
                json.writeStringField("packet", judged.packet());
                json.writeBooleanField("passes", judged.verdict().passes());
                json.writeStringField("sentence", judged.verdict().sentence());
                json.writeStringField("rule", judged.verdict().cause().ruleName());
                json.writeFieldName("notedBy");
                String[] notedBy = judged.notedBy().toArray(new String[0]);
                json.writeArray(notedBy, 0, notedBy.length);
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        /** Bad when one is dropped. */
        int exitCode() {
            return all.stream().allMatch(judged -> judged.verdict().passes()) ? ExitCode.GOOD : ExitCode.BAD_VERDICT;
        }
    }
}
