package org.wec7emu.control;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.RoutingHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who may ask, finds the route, and answers with a problem where something is wrong. */
final class FrontDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    /** What isn't there is told to who has the token alone, but where only a page's own files could be. */
    private static final String GUARDED = "/v1/";

    private final Access access;
    private final RoutingHandler routing = new RoutingHandler();
    private final List<Route> routes;

    FrontDoor(List<Route> routes, Access access) {
        this.routes = routes;
        this.access = access;
        for (Route route : routes) {
            routing.add(route.method(), route.path(), exchange -> run(exchange, route));
            if (route.method().equals("GET")) {
                routing.add("HEAD", route.path(), exchange -> run(exchange, route));
            }
        }
        routing.setFallbackHandler(exchange -> run(exchange, none(exchange, this::nothingThere)));
        routing.setInvalidMethodHandler(exchange -> run(exchange, none(exchange, this::otherMethod)));
    }

    private static Route none(HttpServerExchange exchange, Route.Action refusal) {
        return new Route("", "", refusal, !exchange.getRequestPath().startsWith(GUARDED));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.startBlocking();
        exchange.dispatch(routing);
    }

    private void run(HttpServerExchange exchange, Route route) {
        Call call = new Call(exchange);
        call.header("X-Content-Type-Options", "nosniff");
        call.header("Cross-Origin-Resource-Policy", "same-origin");
        call.header("Cache-Control", "no-store");
        try {
            access.check(exchange, route.open());
            route.action().answer(call);
        } catch (Problem e) {
            call.refuse(e);
        } catch (RequestTooBigException e) {
            call.refuse(new Problem(
                    413, "too-large", "The body is too large", "there is more than 64 KiB of it", "send less"));
        } catch (RejectedExecutionException e) {
            LOG.debug("the server stops", e); // while a connection that has its answer waits for the next request
        } catch (IOException e) {
            LOG.debug("{} {}", exchange.getRequestMethod(), exchange.getRequestPath(), e);
            fail(call, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            LOG.error("{} {}", exchange.getRequestMethod(), exchange.getRequestPath(), e);
            fail(call, e.toString());
        }
    }

    private static void fail(Call call, String detail) {
        if (call.exchange().isResponseStarted()) {
            call.exchange().endExchange();
        } else {
            call.refuse(new Problem(
                    500,
                    "failed",
                    "The emulator failed",
                    detail,
                    "look at what the emulator has printed; --verbose makes it print more"));
        }
    }

    private void nothingThere(Call call) throws Problem {
        throw Problem.notFound(
                "there is no " + call.exchange().getRequestPath(), "/openapi.yaml describes all that there is");
    }

    private void otherMethod(Call call) throws Problem {
        Set<String> allowed = new TreeSet<>();
        for (Route route : routesTo(call.exchange().getRelativePath())) {
            allowed.add(route.method());
            if (route.method().equals("GET")) {
                allowed.add("HEAD");
            }
        }
        String methods = String.join(", ", allowed);
        call.header("Allow", methods);
        throw new Problem(
                405,
                "other-method",
                "The method means nothing here",
                "the method is " + call.exchange().getRequestMethod(),
                "use " + methods);
    }

    private List<Route> routesTo(String path) {
        List<Route> found = new ArrayList<>();
        for (Route route : routes) {
            if (path.matches(route.path().replaceAll("\\{[^}]*}", "[^/]+"))) {
                found.add(route);
            }
        }
        return found;
    }
}
