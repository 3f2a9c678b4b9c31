package org.wec7emu.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.Measurement;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.DurationText;

/** In what two images differ, or one in two states, or an image and a server somewhere; or all images at a glance. */
final class CompareCommand extends Subcommand {
    private static final String ALL = "--all";
    private static final String PROFILE_ONLY = "--profile-only";
    private static final String WITH = "--with";
    private static final String TIMEOUT = "--timeout";
    private static final String MARKDOWN = "--markdown";
    private static final String JSON = "--json";
    private static final String PROFILES = "the two profiles";
    private static final String READING = "reading";
    private static final String RULES = "values and rules";
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private final CompareSides sides;
    private final HtmlOption html;

    CompareCommand() {
        super(
                "compare",
                "Compares two images, or one image in two states, or an image and a server somewhere: in what their profiles"
                        + " differ, and in what they differ when both are asked the same, what matters to users first, each"
                        + " with the values that decide, their grades and sources.");
        optionalParameters(
                "A [B]",
                ImageArgument.DESCRIPTION + " One of the two may be a server, ftp://USER:PASSWORD@HOST:PORT. B is A"
                        + " itself unless told, which takes " + CompareSides.TO_STATE + ".");
        sides = new CompareSides(this);
        flag(PROFILE_ONLY, "Compare the profiles alone: nothing is started.");
        flag(
                WITH,
                "Run the client whose command line stands behind -- as well, against both; what stands for the device in it"
                        + " says wec7emu check --help.");
        option(TIMEOUT, "TIME", "How long that client may take before it is killed: 60s unless told.");
        flag(ALL, "Show the main behaviours of all images side by side, as Markdown.");
        html = new HtmlOption(this);
        flag(MARKDOWN, "Print Markdown.");
        flag(JSON, "Print JSON, with the notes on each value.");
        spec().usageMessage().footer("", "Exit codes: 0 they don't differ, 1 they differ, 2 usage or bad input.");
    }

    @Override
    public Integer call() throws BadInput, IOException {
        if (isSet(MARKDOWN) && isSet(JSON)) {
            throw new BadInput(MARKDOWN + " and " + JSON + " exclude each other; leave one out");
        }
        List<String> client = client();
        List<String> images = parameters().subList(0, parameters().size() - client.size());
        Thread caller = Thread.currentThread();
        StopOnSignal signals = StopOnSignal.of(err(), "nothing was compared", caller::interrupt);
        try (CompareProgress progress = new CompareProgress(err(), CheckProgress.isTerminal())) {
            if (isSet(ALL)) {
                return all(images, progress);
            }
            CompareReport report = report(images, client, progress);
            progress.asking("what was found", "printing", true);
            print(report);
            html.write(CompareHtml.of(report));
            return report.differ() ? ExitCode.BAD_VERDICT : ExitCode.GOOD;
        } catch (InterruptedException e) {
            return ExitCode.FAILED; // a signal stops the process, which has said so
        } finally {
            signals.close();
        }
    }

    private int all(List<String> images, CompareProgress progress) throws BadInput, InterruptedException {
        if (!images.isEmpty()) {
            throw new BadInput(ALL + " shows all images; leave " + images.get(0) + " out");
        }
        new CatalogueMarkdown(out()).print(sides.catalogue(progress));
        return ExitCode.GOOD;
    }

    private CompareReport report(List<String> images, List<String> client, CompareProgress progress)
            throws BadInput, InterruptedException {
        html.check();
        progress.asking(PROFILES, READING, true);
        Side first = sides.first(images);
        Side second = sides.second(images);
        progress.asking(PROFILES, READING, false);
        boolean both = first instanceof Emulated && second instanceof Emulated;
        if (isSet(PROFILE_ONLY) && !both) {
            throw new BadInput(PROFILE_ONLY + ": a server has no profile; name two images, or leave it out");
        }
        Optional<Comparison> profiles = Optional.empty();
        if (first instanceof Emulated one && second instanceof Emulated other) {
            progress.asking(PROFILES, RULES, true);
            profiles = Optional.of(Comparison.of(one.image(), other.image(), sides.time()));
            progress.asking(PROFILES, RULES, false);
        }
        return new CompareReport(
                first,
                second,
                profiles,
                isSet(PROFILE_ONLY) ? Optional.empty() : Optional.of(measured(first, second, client, progress)));
    }

    private MeasuredDifferences measured(Side first, Side second, List<String> client, CompareProgress progress)
            throws BadInput, InterruptedException {
        Measurement measurement = new Measurement(progress);
        return client.isEmpty()
                ? measurement.between(first, second)
                : measurement.between(first, second, new CommandTemplate(client), limit());
    }

    /** Its command line; empty when there is none. */
    private List<String> client() throws BadInput {
        List<String> behind = behindDashes();
        if (isSet(WITH) && (behind == null || behind.isEmpty())) {
            throw new BadInput(WITH + ": the client is missing; write its command line behind --, as in compare A B "
                    + WITH + " -- curl --ftp-port - {url}");
        } else if (!isSet(WITH) && behind != null) {
            throw new BadInput(
                    "-- " + String.join(" ", behind) + ": to run a client as well, write " + WITH + " in front of --");
        } else if (isSet(WITH) && isSet(PROFILE_ONLY)) {
            throw new BadInput(WITH + " and " + PROFILE_ONLY + " exclude each other; leave one out");
        }
        return behind == null ? List.of() : behind;
    }

    private Duration limit() throws BadInput {
        @Nullable String text = value(TIMEOUT);
        Duration limit = text == null ? USUAL_LIMIT : DurationText.parse(text);
        if (limit == null || limit.isZero()) {
            throw new BadInput(TIMEOUT + " " + text + ": it takes a time, such as 60s, 500ms or 2min");
        }
        return limit;
    }

    private void print(CompareReport report) throws IOException {
        if (isSet(JSON)) {
            Json.print(out(), json -> new DiffJson(json).write(report));
        } else if (isSet(MARKDOWN)) {
            new DiffMarkdown(out()).print(report);
        } else {
            new DiffText(out()).print(report);
        }
    }
}
