package org.wec7emu.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wec7emu.firewall.Direction;

/**
 * A namespace for a firewall under test, with the network in the hands of the test: it sends packets, one after the other, in
 * and out, and tells which of them got past the filters.
 */
final class PacketLab implements AutoCloseable {
    private final Namespace namespace;
    private final InNamespace inside;
    private final Tun tun;
    private final RawSender sender;
    private final PassedPackets cameIn;
    private final Set<Integer> wentOut = new HashSet<>();
    private final List<SeenPacket> answers = new ArrayList<>();

    private PacketLab(Namespace namespace, InNamespace inside, Tun tun, RawSender sender, PassedPackets cameIn) {
        this.namespace = namespace;
        this.inside = inside;
        this.tun = tun;
        this.sender = sender;
        this.cameIn = cameIn;
    }

    /** @param addresses of the device whose firewall is under test, IPv4 and IPv6 */
    static PacketLab start(List<InetAddress> addresses) throws Exception {
        Namespace namespace = Namespace.create();
        try {
            PassedPackets cameIn = PassedPackets.noted(namespace);
            InNamespace inside = InNamespace.enter(namespace);
            try {
                Tun tun = Tun.open(namespace, inside, addresses);
                return new PacketLab(namespace, inside, tun, RawSender.open(inside, Tun.DEVICE), cameIn);
            } catch (Exception e) {
                inside.close();
                throw e;
            }
        } catch (Exception e) {
            namespace.close();
            throw e;
        }
    }

    Namespace namespace() {
        return namespace;
    }

    /** Where to start what is to be in the namespace. */
    InNamespace inside() {
        return inside;
    }

    Tun tun() {
        return tun;
    }

    /** Sends a packet, in from the network or out from the device; it has passed or been dropped when this returns. */
    void send(MarkedPacket packet) throws IOException {
        byte[] bytes = PacketBytes.of(packet);
        if (packet.packet().direction() == Direction.INBOUND) {
            tun.write(bytes);
        } else {
            sender.send(bytes, packet.packet().remote());
        }
        for (byte[] sent : tun.drain()) {
            SeenPacket seen = SeenPacket.of(sent);
            seen.mark().ifPresentOrElse(wentOut::add, () -> answers.add(seen));
        }
    }

    /** What the kernel, or a filter, has sent by itself: where silence is promised, nothing. */
    List<SeenPacket> answers() {
        return answers;
    }

    /** The marks of all packets that passed since the last {@link #forget}. */
    Set<Integer> passed() throws IOException, InterruptedException {
        Set<Integer> marks = cameIn.marks();
        marks.addAll(wentOut);
        return marks;
    }

    void forget() throws IOException, InterruptedException {
        cameIn.forget();
        wentOut.clear();
        answers.clear();
    }

    @Override
    public void close() throws InterruptedException {
        sender.close();
        tun.close();
        inside.close();
        namespace.close();
    }
}
