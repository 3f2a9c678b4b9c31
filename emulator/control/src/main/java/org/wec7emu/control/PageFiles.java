package org.wec7emu.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.wec7emu.report.HtmlPage;

/** What a browser is given before it asks the API: a page, its style and its scripts. They say nothing of devices. */
final class PageFiles {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageFiles() {}

    /** The page of a device. */
    static List<Route> ofDevice() {
        return List.of(
                file("/", "text/html", "page.html"),
                file("/page.js", "text/javascript", "page.js"),
                file("/faults.js", "text/javascript", "faults.js"),
                file("/ask.js", "text/javascript", "ask.js"),
                file("/page.css", "text/css", "page.css"),
                Route.open("/report.css", call -> answer(call, "text/css", HtmlPage.style())),
                file("/icon.svg", "image/svg+xml", "icon.svg"),
                file("/openapi.yaml", "application/yaml", "openapi.yaml"));
    }

    /** The page that lists devices. */
    static List<Route> ofFleet() {
        return Stream.concat(
                        Stream.of(
                                file("/", "text/html", "fleet.html"), file("/fleet.js", "text/javascript", "fleet.js")),
                        ofDevice().stream().filter(route -> !route.path().equals("/")))
                .toList();
    }

    private static Route file(String path, String type, String name) {
        return Route.open(path, call -> answer(call, type, text(name)));
    }

    private static void answer(Call call, String type, String text) {
        call.header("Content-Security-Policy", POLICY);
        call.header("Referrer-Policy", "no-referrer");
        call.answer(200, type + "; charset=utf-8", text);
    }

    static String text(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing in this program's jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
