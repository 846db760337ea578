package ingchain.checkpoint;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A log for the student's code to write to: keeps the lines, and notes each in the transcript. Safe on any thread. */
public final class CapturedLog implements Consumer<String> {
    private final Transcript transcript;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /**
     * @param transcript where each line is noted too
     */
    public CapturedLog(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public void accept(String line) {
        transcript.step("log: " + line);
        lines.add(line);
    }

    /** The lines so far, in order; a copy. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines so far that start so, in order. */
    public List<String> lines(String start) {
        return lines.stream()
                .filter(line -> line != null && line.startsWith(start))
                .toList();
    }

    /**
     * Waits until the log holds a line that starts so.
     *
     * @param start how the line starts; it may have been logged before
     * @return the first such line
     * @throws CheckpointFailure where none comes in a generous time
     */
    public String expectLine(String start) throws InterruptedException {
        Deadline deadline = new Deadline(transcript);
        while (lines(start).isEmpty()) {
            if (deadline.passed()) {
                throw CheckpointFailure.late("waited " + deadline.waited() + " for a log line that starts with "
                        + ReadableBytes.quote(start) + ": none came");
            }
            Thread.sleep(5);
        }
        return lines(start).get(0);
    }
}
