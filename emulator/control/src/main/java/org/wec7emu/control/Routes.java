package org.wec7emu.control;

import java.util.List;
import java.util.stream.Stream;
import org.wec7emu.device.Device;

/** All that can be asked for. {@code openapi.yaml} describes each; a test holds the two to each other. */
final class Routes {
    private final Device device;
    private final EventStreams streams;
    private final DropCounts drops;

    Routes(Device device, EventStreams streams, DropCounts drops) {
        this.device = device;
        this.streams = streams;
        this.drops = drops;
    }

    List<Route> all() {
        DeviceResource ofDevice = new DeviceResource(device);
        FirewallResource firewall = new FirewallResource(device, drops);
        JournalResource journal = new JournalResource(device.journal(), new EventJson(device));
        FileResource files = new FileResource(device);
        FaultResource faults = new FaultResource(device);
        ReportResource report = new ReportResource(device.journal());
        Stream<Route> api = Stream.of(
                get("/v1/device", ofDevice::device),
                get("/v1/state", ofDevice::state),
                get("/v1/modes", ofDevice::modes),
                new Route("POST", "/v1/restart", ofDevice::restart),
                new Route("POST", "/v1/power-cut", ofDevice::powerCut),
                new Route("POST", "/v1/reset", ofDevice::reset),
                get("/v1/firewall", firewall::get),
                new Route("PATCH", "/v1/firewall", firewall::toggle),
                get("/v1/firewall/drops", firewall::drops),
                new Route("POST", "/v1/firewall/rules", firewall::add),
                get("/v1/firewall/rules/{name}", firewall::rule),
                new Route("PATCH", "/v1/firewall/rules/{name}", firewall::toggleRule),
                new Route("DELETE", "/v1/firewall/rules/{name}", firewall::remove),
                get("/v1/faults", faults::list),
                new Route("DELETE", "/v1/faults", faults::endAll),
                new Route("PUT", "/v1/faults/{name}", faults::start),
                new Route("DELETE", "/v1/faults/{name}", faults::end),
                get("/v1/journal", journal::page),
                get("/v1/journal/stream", streams::open),
                get("/v1/files", files::list),
                new Route("PUT", "/v1/files", files::makeDirectory),
                new Route("DELETE", "/v1/files", files::delete),
                get("/v1/files/content", files::read),
                new Route("PUT", "/v1/files/content", files::write),
                get("/v1/ladders", report::ladders),
                get("/v1/ladders/{id}/drawing", report::drawing),
                get("/v1/report", report::report));
        return Stream.concat(api, PageFiles.routes().stream()).toList();
    }

    private static Route get(String path, Route.Action action) {
        return new Route("GET", path, action);
    }
}
