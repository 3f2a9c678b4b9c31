package org.wec7emu.firewall;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All pairs of a remote address and one of the device, of one family, cut so that rules tell none of a cell from another. */
final class HostCells {
    private final AddressCells remote;
    private final AddressCells device;

    /** A cell, and a pair of addresses in it. */
    record Cell(HostSpan span, InetAddress remote, InetAddress device) {}

    /** @param family all addresses of one family */
    HostCells(AddressRange family, List<Rule> rules) {
        remote = new AddressCells(
                family,
                rules.stream().map(Rule::publicHost).flatMap(Optional::stream).toList());
        device = new AddressCells(
                family,
                rules.stream().map(Rule::privateHost).flatMap(Optional::stream).toList());
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Map.Entry<AddressSpan, InetAddress> there : remote.cells().entrySet()) {
            for (Map.Entry<AddressSpan, InetAddress> here : device.cells().entrySet()) {
                HostSpan span = new HostSpan(there.getKey(), here.getKey());
                cells.add(new Cell(span, there.getValue(), here.getValue()));
            }
        }
        return cells;
    }

    /** The same pairs as those cells, in as few words as can be. */
    List<HostSpan> merged(Set<HostSpan> chosen) {
        Map<AddressSpan, Set<AddressSpan>> remotes = new LinkedHashMap<>();
        for (HostSpan cell : chosen) {
            remotes.computeIfAbsent(cell.device(), absent -> new LinkedHashSet<>())
                    .add(cell.remote());
        }
        Map<List<AddressSpan>, Set<AddressSpan>> devices = new LinkedHashMap<>();
        remotes.forEach((here, there) -> devices.computeIfAbsent(remote.merged(there), absent -> new LinkedHashSet<>())
                .add(here));
        List<HostSpan> merged = new ArrayList<>();
        devices.forEach((there, here) -> {
            for (AddressSpan range : there) {
                device.merged(here).forEach(own -> merged.add(new HostSpan(range, own)));
            }
        });
        return merged;
    }
}
