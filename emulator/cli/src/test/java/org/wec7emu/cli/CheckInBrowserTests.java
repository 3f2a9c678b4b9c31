package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a check of several images with curl, as a browser shows it. The pictures stay in target/screenshots. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CheckInBrowserTests {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CX9020 = "CX9020_CB3011_WEC7_HPS_v610c_TC31_B4024.65";

    private static final int NARROWEST_WINDOW = 500;

    /**
     * A window of any width, as a browser's own can't be as narrow as a phone; it writes into itself what of the page stands
     * where.
     */
    private static final String WINDOW = """
            <!DOCTYPE html><html><body style="margin:0"><iframe id="page" style="border:0" width="%d" height="%d"></iframe>
            <script>
            const page = document.getElementById('page');
            const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
            page.onload = () => {
              const inside = page.contentDocument, width = inside.documentElement.clientWidth;
              const shown = [...inside.querySelectorAll('main > *, td, th, section > *')]
                  .filter(e => e.getClientRects().length > 0);
              const overlaps = [];
              shown.forEach((a, i) => shown.slice(i + 1).forEach(b => {
                if (!a.contains(b) && over(a.getBoundingClientRect(), b.getBoundingClientRect()))
                  overlaps.push(a.textContent.slice(0, 30) + ' / ' + b.textContent.slice(0, 30));
              }));
              const texts = [...inside.querySelectorAll('svg text')].filter(t => t.getClientRects().length > 0);
              texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
                const one = a.getBBox(), other = b.getBBox(), box = r =>
                    ({left: r.x, right: r.x + r.width, top: r.y + 2, bottom: r.y + r.height - 2});
                if (a.ownerSVGElement === b.ownerSVGElement && over(box(one), box(other)))
                  overlaps.push(a.textContent + ' / ' + b.textContent);
              }));
              const cut = [...inside.querySelectorAll('main > *, section > *')].filter(e => e.getClientRects().length > 0)
                  .filter(e => e.getBoundingClientRect().right > width + 1).map(e => e.tagName);
              const hidden = [...inside.querySelectorAll('tbody td:nth-child(2)')]
                  .filter(e => e.getBoundingClientRect().right > width).map(e => e.textContent);
              const broken = [...inside.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))
                  .filter(target => !inside.querySelector(target));
              document.body.setAttribute('data-drawings', inside.querySelectorAll('section').length);
              document.body.setAttribute('data-rows', inside.querySelectorAll('tbody tr').length);
              document.body.setAttribute('data-overlaps', overlaps.join(', '));
              document.body.setAttribute('data-cut', cut.join(', '));
              document.body.setAttribute('data-hidden-verdicts', hidden.join(', '));
              document.body.setAttribute('data-broken-links', broken.join(', '));
              document.body.setAttribute('data-sideways', inside.documentElement.scrollWidth > width);
            };
            page.srcdoc = new TextDecoder().decode(Uint8Array.from(atob('%s'), c => c.charCodeAt(0)));
            </script></body></html>
            """;

    @TempDir
    private static Path folder;

    private static Path report;

    @BeforeAll
    static void checkSeveralImages() {
        assumeTrue(Chromium.isHere(), "chromium is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        CommandLineRun run = CommandLineRun.of(
                "check",
                CommandLineRun.V604H,
                CommandLineRun.BASELINE,
                CX9020,
                "--report-dir",
                folder.toString(),
                "--",
                "curl",
                "-sS",
                "-m",
                "3",
                "{url}");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.BAD_VERDICT);
        report = folder.resolve("report.html");
    }

    private static Path window(int width, int height) throws Exception {
        byte[] page = Files.readAllBytes(report);
        String allowed = new String(page, StandardCharsets.UTF_8)
                .replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", ""); // or who measures sees nothing
        String encoded = Base64.getEncoder().encodeToString(allowed.getBytes(StandardCharsets.UTF_8));
        return Files.writeString(folder.resolve("window.html"), String.format(WINDOW, width, height, encoded));
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @CsvSource({"360", "768", "1280"})
    void shows_all_and_nothing_overlaps_or_is_cut_off(int width) throws Exception {
        String seen = new Chromium(folder).open(window(width, 3000), "--window-size=1300,3000", "--dump-dom");

        assertThat(seen)
                .contains(
                        "data-rows=\"3\"",
                        "data-drawings=\"3\"",
                        "data-overlaps=\"\"",
                        "data-cut=\"\"",
                        "data-hidden-verdicts=\"\"",
                        "data-broken-links=\"\"",
                        "data-sideways=\"false\"");
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @CsvSource({"360", "1280"})
    void is_there_without_a_script_of_its_own(int width) throws Exception {
        Path picture = Files.createDirectories(SCREENSHOTS).resolve("check-" + width + ".png");
        Files.deleteIfExists(picture);
        Path file = width < NARROWEST_WINDOW ? narrow(width) : report;

        new Chromium(folder)
                .open(
                        file,
                        "--window-size=" + Math.max(width, NARROWEST_WINDOW) + ",2600",
                        "--screenshot=" + picture.toAbsolutePath());

        BufferedImage seen = ImageIO.read(picture.toFile());
        assertThat(colours(seen, width))
                .as("as much as a page with tables and drawings has")
                .isGreaterThan(50);
    }

    /** A browser's own window can't be as narrow as a phone, but what the page has of it can. */
    private static Path narrow(int width) throws Exception {
        String style = "<style>html { width: " + width + "px; }</style></head>";
        return Files.writeString(
                folder.resolve("narrow.html"), Files.readString(report).replace("</head>", style));
    }

    /** How many colours a picture has in its left part. */
    private static long colours(BufferedImage picture, int width) {
        return IntStream.range(0, picture.getHeight())
                .flatMap(y ->
                        IntStream.range(0, Math.min(width, picture.getWidth())).map(x -> picture.getRGB(x, y)))
                .distinct()
                .count();
    }

    @Test
    void can_be_printed() throws Exception {
        Path paper = SCREENSHOTS.resolve("check.pdf");
        Files.createDirectories(SCREENSHOTS);
        Files.deleteIfExists(paper);

        new Chromium(folder).open(report, "--no-pdf-header-footer", "--print-to-pdf=" + paper.toAbsolutePath());

        String pdf = Files.readString(paper, StandardCharsets.ISO_8859_1);
        List<String> pages = Pattern.compile("/Type\\s*/Page\\b(?!s)")
                .matcher(pdf)
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(pages).hasSizeBetween(2, 6);
    }
}
