package org.wec7emu.control;

import org.wec7emu.device.Device;

/** All that the API has of one device. */
record DeviceApi(
        DeviceResource device,
        FirewallResource firewall,
        JournalResource journal,
        EventStreams streams,
        FileResource files,
        FaultResource faults,
        ReportResource report,
        DropCounts drops)
        implements AutoCloseable {

    static DeviceApi of(Device device, Limits limits) {
        EventJson json = new EventJson(device);
        DropCounts drops = DropCounts.of(device.journal());
        return new DeviceApi(
                new DeviceResource(device),
                new FirewallResource(device, drops),
                new JournalResource(device.journal(), json, limits),
                new EventStreams(device.journal(), json, limits),
                new FileResource(device),
                new FaultResource(device),
                new ReportResource(device.journal()),
                drops);
    }

    /** Listens to the device no more. */
    @Override
    public void close() {
        drops.close();
    }
}
