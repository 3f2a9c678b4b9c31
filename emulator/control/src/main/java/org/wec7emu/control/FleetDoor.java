package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which device a request is about, and lets it in as if that device were the only one. */
final class FleetDoor implements HttpHandler {
    private static final Pattern ABOUT_ONE = Pattern.compile("/(v1/)?devices/([^/]+)((?:/.*)?)");

    private final Fleet fleet;
    private final FrontDoor all;
    private final FrontDoor api;
    private final FrontDoor page;

    FleetDoor(Fleet fleet, Access access) {
        this.fleet = fleet;
        all = new FrontDoor(routes(fleet), access);
        api = new FrontDoor(Routes.api(), access);
        page = new FrontDoor(PageFiles.ofDevice(), access);
    }

    /** What is about all devices. */
    static List<Route> routes(Fleet fleet) {
        FleetResource resource = new FleetResource(fleet);
        return Stream.concat(
                        Stream.of(
                                new Route("GET", "/v1/devices", resource::list),
                                new Route("GET", "/v1/devices/{device}", resource::one),
                                Route.open("/devices/{device}", resource::toPage)),
                        PageFiles.ofFleet().stream())
                .toList();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        String path = exchange.getRelativePath();
        Matcher one = ABOUT_ONE.matcher(path);
        boolean aboutOne = one.matches();
        boolean aboutApi = aboutOne && one.group(1) != null;
        String rest = aboutOne ? one.group(3) : "";
        String name = aboutOne ? name(exchange, one) : "";
        exchange.putAttachment(Scope.KEY, fleet.scope(name));
        if (rest.isEmpty() || (aboutApi && rest.equals("/"))) {
            all.handleRequest(exchange);
        } else if (aboutApi) {
            exchange.setRelativePath(Scope.ONE_DEVICE + rest);
            api.handleRequest(exchange);
        } else {
            exchange.setRelativePath(rest);
            page.handleRequest(exchange);
        }
    }

    /** Out of the path as it was sent: Undertow decodes all but slashes, so what it gives for a/b could also be a%2Fb. */
    private static String name(HttpServerExchange exchange, Matcher one) {
        String uri = exchange.getRequestURI();
        String sent = exchange.isHostIncludedInRequestURI() ? uri.replaceFirst("^[^/]*//[^/]*", "") : uri;
        int place = one.group(1) == null ? 2 : 3;
        String[] segments = sent.split("/", place + 2);
        return segments.length > place ? PathSegment.decoded(segments[place].split(";", 2)[0]) : one.group(2);
    }
}
