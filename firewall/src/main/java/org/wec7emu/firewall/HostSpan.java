package org.wec7emu.firewall;

/**
 * Two ends of traffic.
 *
 * @param remote the addresses at the other end
 * @param device those of the device; of the same address family
 */
public record HostSpan(AddressSpan remote, AddressSpan device) {
    /** Whether a packet goes between such addresses. */
    public boolean contains(Packet packet) {
        return remote.contains(packet.remote()) && device.contains(packet.device());
    }

    /** Whether it is any remote address and any of the device, of one address family. */
    public boolean isWholeFamily() {
        return remote.isWholeFamily() && device.isWholeFamily();
    }

    /** As in "from 10.0.0.0/8", or "to 10.0.0.7, device address 10.0.0.1". */
    public String text(Direction direction) {
        String preposition = direction == Direction.INBOUND ? "from " : "to ";
        return preposition + remote.text() + (device.isWholeFamily() ? "" : ", device address " + device.text());
    }
}
