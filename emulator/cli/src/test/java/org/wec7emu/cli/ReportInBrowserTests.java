package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a report, as a browser shows it. The pictures stay in target/screenshots. */
class ReportInBrowserTests {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Writes into the page how many texts it shows and which of them overlap; the page itself may run no script. */
    private static final String MEASURE = """
            <script>
            const boxes = [...document.querySelectorAll('svg text')].filter(t => t.getClientRects().length > 0)
                .map(t => {
                  const box = t.getBBox(), sheet = t.ownerSVGElement;
                  return {sheet, text: t.textContent, left: box.x, right: box.x + box.width,
                      top: box.y + 2, bottom: box.y + box.height - 2};
                });
            const overlaps = [];
            boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
              if (a.sheet === b.sheet && a.left < b.right - 1 && b.left < a.right - 1
                  && a.top < b.bottom && b.top < a.bottom) overlaps.push(a.text + ' / ' + b.text);
            }));
            const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
            document.body.setAttribute('data-texts', boxes.length > 10 ? 'many' : boxes.length);
            document.body.setAttribute('data-overlaps', overlaps.join(', '));
            document.body.setAttribute('data-scrolls-sideways', wide);
            </script>
            </body>
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(Chromium.isHere(), "chromium is not installed");
    }

    private static String page(String journal) {
        return CommandLineRun.of("report", "src/test/resources/golden/report/" + journal + ".jsonl", "--as", "html")
                .out();
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"active,1100", "passive,1100", "behind-nat,1100", "passive,500", "behind-nat,500"})
    void no_text_overlaps_and_nothing_is_cut_off(String journal, int width) throws Exception {
        String page = page(journal)
                .replaceAll("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</body>", MEASURE);
        Path file = Files.writeString(folder.resolve("measured.html"), page);

        assertThat(new Chromium(folder).open(file, "--window-size=" + width + ",900", "--dump-dom"))
                .contains("data-texts=\"many\"", "data-overlaps=\"\"", "data-scrolls-sideways=\"false\"");
    }

    @Test
    void a_connect_that_is_dropped_is_seen_and_one_that_works_shows_nothing_like_it() throws Exception {
        int brick = 0xB3201B;

        assertThat(pixels(screenshot("passive"), brick)).isGreaterThan(200);
        assertThat(pixels(screenshot("active"), brick)).isLessThan(pixels(screenshot("passive"), brick) / 2);
    }

    private BufferedImage screenshot(String journal) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(journal + ".html"), page(journal));
        Path picture = Files.createDirectories(SCREENSHOTS).resolve(journal + ".png");
        Files.deleteIfExists(picture);
        new Chromium(folder).open(file, "--window-size=1100,1000", "--screenshot=" + picture.toAbsolutePath());
        return ImageIO.read(picture.toFile());
    }

    private static long pixels(BufferedImage picture, int colour) {
        long count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xFFFFFF) == colour) {
                    count++;
                }
            }
        }
        return count;
    }
}
