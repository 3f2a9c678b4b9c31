package org.wec7emu.measure.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.measure.client.ReachException;
import org.wec7emu.measure.client.Transcript;

/** Asks a server all the questions, one session after the other. */
public final class Probe {
    private final ProbeTarget target;
    private final ProbeSettings settings;
    private final List<Question> questions;

    public Probe(ProbeTarget target, ProbeSettings settings) {
        this.target = target;
        this.settings = settings;
        List<Question> all = new ArrayList<>(LoginQuestions.all(settings));
        all.addAll(ReplyQuestions.all());
        all.addAll(LineQuestions.all());
        all.addAll(PortQuestions.all());
        all.addAll(TransferQuestions.all());
        settings.writeDirectory().ifPresent(directory -> all.addAll(WriteQuestions.all(directory, settings.slow())));
        if (scans()) {
            all.add(new PortScan(settings));
        }
        settings.slow().ifPresent(most -> all.addAll(SlowQuestions.all(most)));
        questions = List.copyOf(all);
    }

    /** Other ports are the device's only where its control port is at 21, or moved by a known offset. */
    private boolean scans() {
        return target.control().getPort() - settings.portOffset() == ProbeTarget.USUAL_PORT;
    }

    /** Hears how far a probe is. */
    public interface Progress {
        /**
         * A question begins.
         *
         * @param number from 1
         * @param of how many there are
         * @param about what is asked
         */
        void asks(int number, int of, String about);
    }

    /** All that may be sent, question by question. */
    public List<Announcement> announcements() {
        return questions.stream()
                .map(question -> new Announcement(question.about(), question.steps()))
                .toList();
    }

    /** What one question may do to the server. */
    public record Announcement(String about, List<PlannedStep> steps) {}

    /**
     * Asks. Takes as long as the server lets it; the thread may be interrupted.
     *
     * @param transcript gets all that is sent and received, also when this fails
     * @throws ReachException when the control port can't be reached
     * @throws NoFtpServerException when what answers there is none
     * @throws IOException when the thread was interrupted
     */
    public Findings run(Transcript transcript, Progress progress) throws IOException {
        Notebook notebook = new Notebook(transcript);
        boolean first = true;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            progress.asks(i + 1, questions.size(), question.about());
            transcript.note("-- " + question.about());
            try (Interview interview = new Interview(target, settings, notebook, question)) {
                question.ask(interview);
            } catch (InterruptedIOException | NoFtpServerException e) {
                throw e;
            } catch (ReachException e) {
                if (first) {
                    throw e;
                }
                leaveOpen(notebook, question, e);
            } catch (IOException e) {
                leaveOpen(notebook, question, e);
            }
            first = false;
        }
        Findings findings = new Findings(
                target,
                settings,
                notebook.answers(),
                notebook.wasLetIn(),
                notebook.client(),
                notebook.ports(),
                notebook.passiveReach(),
                notebook.passivePorts());
        settleFirewall(findings);
        return findings;
    }

    private static void settleFirewall(Findings findings) {
        String key = "firewall.enabled";
        if (findings.isAnythingSilent()) {
            findings.answers().found(key, "true");
        } else if (findings.passiveReach().isPresent()) {
            findings.answers()
                    .concluded(key, "false", "nothing that was tried was dropped, a port that PASV named included");
        } else {
            findings.answers().leftOpen(key, "no port was tried that a firewall would drop");
        }
    }

    private static void leaveOpen(Notebook notebook, Question question, IOException e) {
        String because = String.valueOf(e.getMessage());
        notebook.transcript().note("given up: " + because);
        question.keys().forEach(key -> notebook.answers().leftOpen(key, because));
    }
}
