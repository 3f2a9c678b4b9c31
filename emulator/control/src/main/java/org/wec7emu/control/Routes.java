package org.wec7emu.control;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that can be asked for of a device. {@code openapi.yaml} describes each; a test holds the two to each other. */
final class Routes {
    private Routes() {}

    /** The API and the page. */
    static List<Route> all() {
        return Stream.concat(api().stream(), PageFiles.ofDevice().stream()).toList();
    }

    static List<Route> api() {
        return List.of(
                get("/v1/device", DeviceApi::device, DeviceResource::device),
                get("/v1/state", DeviceApi::device, DeviceResource::state),
                get("/v1/modes", DeviceApi::device, DeviceResource::modes),
                route("POST", "/v1/restart", DeviceApi::device, DeviceResource::restart),
                route("POST", "/v1/power-cut", DeviceApi::device, DeviceResource::powerCut),
                route("POST", "/v1/reset", DeviceApi::device, DeviceResource::reset),
                get("/v1/firewall", DeviceApi::firewall, FirewallResource::get),
                route("PATCH", "/v1/firewall", DeviceApi::firewall, FirewallResource::toggle),
                get("/v1/firewall/drops", DeviceApi::firewall, FirewallResource::drops),
                route("POST", "/v1/firewall/rules", DeviceApi::firewall, FirewallResource::add),
                get("/v1/firewall/rules/{name}", DeviceApi::firewall, FirewallResource::rule),
                route("PATCH", "/v1/firewall/rules/{name}", DeviceApi::firewall, FirewallResource::toggleRule),
                route("DELETE", "/v1/firewall/rules/{name}", DeviceApi::firewall, FirewallResource::remove),
                get("/v1/faults", DeviceApi::faults, FaultResource::list),
                route("DELETE", "/v1/faults", DeviceApi::faults, FaultResource::endAll),
                route("PUT", "/v1/faults/{name}", DeviceApi::faults, FaultResource::start),
                route("DELETE", "/v1/faults/{name}", DeviceApi::faults, FaultResource::end),
                get("/v1/journal", DeviceApi::journal, JournalResource::page),
                get("/v1/journal/stream", DeviceApi::streams, EventStreams::open),
                get("/v1/files", DeviceApi::files, FileResource::list),
                route("PUT", "/v1/files", DeviceApi::files, FileResource::makeDirectory),
                route("DELETE", "/v1/files", DeviceApi::files, FileResource::delete),
                get("/v1/files/content", DeviceApi::files, FileResource::read),
                route("PUT", "/v1/files/content", DeviceApi::files, FileResource::write),
                get("/v1/ladders", DeviceApi::report, ReportResource::ladders),
                get("/v1/ladders/{id}/drawing", DeviceApi::report, ReportResource::drawing),
                get("/v1/report", DeviceApi::report, ReportResource::report));
    }

    /** What a part of a device's API answers a call with. */
    private interface Answer<R> {
        void answer(R resource, Call call) throws Exception;
    }

    private static <R> Route get(String path, Function<DeviceApi, R> resource, Answer<R> answer) {
        return route("GET", path, resource, answer);
    }

    private static <R> Route route(String method, String path, Function<DeviceApi, R> resource, Answer<R> answer) {
        return new Route(
                method, path, call -> answer.answer(resource.apply(call.scope().device()), call));
    }
}
