package ingchain.checkpoint;

import static ingchain.checkpoint.StudentCode.method;
import static ingchain.checkpoint.StudentCode.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a thread stands in a student's code.
 *
 * @param line the innermost frame that is a student's
 * @param call the call that this line waits in, such as "accept"; null where the line itself runs or waits for a lock
 * @param outermost the student's method that the thread runs, such as "PeerServer.acceptLoop"
 * @param state of the thread
 */
record Position(StackTraceElement line, String call, String outermost, Thread.State state) {
    private static final int NAMED = 3;

    /** Nothing where no frame is a student's. */
    static Optional<Position> of(ThreadStack thread, StudentCode code) {
        List<StackTraceElement> frames = thread.frames();
        int innermost = -1;
        int outermost = -1;
        for (int i = 0; i < frames.size(); i++) {
            if (code.wrote(frames.get(i))) {
                innermost = innermost < 0 ? i : innermost;
                outermost = outermost >= 0 && isLambda(frames.get(i)) ? outermost : i;
            }
        }
        if (innermost < 0) {
            return Optional.empty();
        }
        String call = innermost == 0 ? null : call(frames.get(innermost - 1), code);
        return Optional.of(new Position(frames.get(innermost), call, method(frames.get(outermost)), thread.state()));
    }

    /** A lambda is named after the method that it was written in, which may have returned long ago. */
    private static boolean isLambda(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$");
    }

    private static String call(StackTraceElement frame, StudentCode code) {
        return code.isCheckpoint(frame) ? "the checkpoint's own code, called" : frame.getMethodName();
    }

    /** One clause that tells where the threads stand that are in a student's code; one that accepts is as it should be. */
    static String all(List<ThreadStack> threads, StudentCode code) {
        List<Position> positions =
                threads.stream().flatMap(thread -> of(thread, code).stream()).toList();
        boolean onlyAccept = positions.stream().allMatch(Position::accepts);
        String clause = positions.stream()
                .filter(position -> onlyAccept || !position.accepts())
                .map(position -> position.outermost() + " " + position.standsAt())
                .distinct()
                .sorted()
                .limit(NAMED)
                .collect(Collectors.joining(", and "));
        return clause.isEmpty() ? "no thread was in your code any more" : clause;
    }

    private boolean accepts() {
        return "accept".equals(call);
    }

    /** "waits in accept at PeerServer.java:40". */
    String standsAt() {
        if (state == Thread.State.BLOCKED) {
            return "waits for a lock at " + place(line);
        }
        return (call == null ? "is busy at " : "waits in " + call + " at ") + place(line);
    }
}
