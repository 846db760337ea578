package ingchain.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A log for the student's code to write to: keeps the lines, and notes each in the transcript. Safe on any thread. Only
 * the first lines are kept, {@value #KEPT} of them: a loop that has run wild may log without end.
 */
public final class CapturedLog implements Consumer<String> {
    private static final int KEPT = 200;
    private static final int SHOWN = 2;

    private final Transcript transcript;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param transcript where each line is noted too
     */
    public CapturedLog(Transcript transcript) {
        this.transcript = transcript;
    }

    @Override
    public synchronized void accept(String line) {
        if (lines.size() < KEPT) {
            transcript.log(line);
            lines.add(line);
        }
    }

    /** The lines so far, in order; a copy. */
    public synchronized List<String> lines() {
        return new ArrayList<>(lines); // which may hold null, if a student logs that
    }

    /** The lines so far that start so, in order. */
    public List<String> lines(String start) {
        return lines().stream()
                .filter(line -> line != null && line.startsWith(start))
                .toList();
    }

    /**
     * Expects that no line so far starts so. Ask when everything has been done that might have led to one.
     *
     * @throws CheckpointFailure where one does
     */
    public void expectNo(String start) {
        expectAtMost(0, start, "no line that starts with ");
    }

    /** The same for a second line: one there may be. */
    public void expectNoSecond(String start) {
        expectAtMost(1, start, "one line only that starts with ");
    }

    private void expectAtMost(int count, String start, String what) {
        List<String> found = lines(start);
        if (found.size() > count) {
            throw new CheckpointFailure("the log should have " + what + ReadableBytes.quote(start) + ", but has "
                    + found.stream().limit(SHOWN).map(ReadableBytes::quote).collect(Collectors.joining(" and "))
                    + (found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : ""));
        }
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
