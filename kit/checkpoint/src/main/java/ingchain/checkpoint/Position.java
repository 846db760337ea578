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
 * @param call the call that this line waits in, such as "accept"; null where the line itself runs, or what it calls
 *     does, or where it waits for a lock
 * @param outermost the method of the same class that the thread came in by, such as "PeerServer.acceptLoop"
 * @param accepts whether that call waits for somebody to connect
 * @param state of the thread
 */
record Position(StackTraceElement line, String call, String outermost, boolean accepts, Thread.State state) {
    private static final int NAMED = 3;

    /** Where the native methods are that wait for something outside the JVM: bytes, a caller, another process. */
    private static final List<String> WAITING =
            List.of("java.io.", "java.net.", "sun.net.", "sun.nio.", "java.lang.Process");

    /** Nothing where no frame is a student's. */
    static Optional<Position> of(ThreadStack thread, StudentCode code) {
        List<StackTraceElement> frames = thread.frames();
        int innermost = 0;
        while (innermost < frames.size() && !code.wrote(frames.get(innermost))) {
            innermost++;
        }
        if (innermost == frames.size()) {
            return Optional.empty();
        }
        int outermost = innermost;
        for (int i = innermost; i < frames.size(); i++) {
            if (isSameClass(frames.get(i), frames.get(innermost)) && !isLambda(frames.get(i))) {
                outermost = i;
            }
        }
        String call = innermost == 0 || isComputing(thread) ? null : call(frames.get(innermost - 1), code);
        boolean accepts = innermost > 0 && ThreadStack.isAccept(frames.get(innermost - 1));
        return Optional.of(
                new Position(frames.get(innermost), call, method(frames.get(outermost)), accepts, thread.state()));
    }

    /**
     * Whether it is at work, in a library perhaps, and does not wait. A thread that waits in the system, for bytes say, is
     * RUNNABLE, too, as far as the JVM knows; it stands in a native method then. But so does one that copies an array.
     */
    private static boolean isComputing(ThreadStack thread) {
        StackTraceElement innermost = thread.frames().get(0);
        return thread.state() == Thread.State.RUNNABLE
                && !(innermost.isNativeMethod() && WAITING.stream().anyMatch(innermost.getClassName()::startsWith));
    }

    private static boolean isSameClass(StackTraceElement one, StackTraceElement other) {
        return one.getClassName().equals(other.getClassName());
    }

    /** A lambda is named after the method that it was written in, which may have returned long ago. */
    private static boolean isLambda(StackTraceElement frame) {
        return frame.getMethodName().startsWith("lambda$");
    }

    private static String call(StackTraceElement frame, StudentCode code) {
        return code.isCheckpoint(frame) ? Texts.of("position.checkpoint") : frame.getMethodName();
    }

    /** One clause that tells where the threads stand that are in a student's code. */
    static String all(List<ThreadStack> threads, StudentCode code) {
        List<Position> positions =
                threads.stream().flatMap(thread -> of(thread, code).stream()).toList();
        if (positions.isEmpty()) {
            return Texts.of("position.nobody");
        }
        List<Position> busy =
                positions.stream().filter(position -> !position.accepts()).toList();
        if (busy.isEmpty()) {
            return Texts.of("position.accepting", place(positions.get(0).line()));
        }
        return busy.stream()
                .map(position -> Texts.of("position.one", position.outermost(), position.standsAt()))
                .distinct()
                .sorted()
                .limit(NAMED)
                .collect(Collectors.joining(Texts.of("position.and")));
    }

    /** "waits in accept at PeerServer.java:40". */
    String standsAt() {
        if (waitsForLock()) {
            return Texts.of("position.waits-for-lock", place(line));
        }
        return isBusy() ? Texts.of("position.busy", place(line)) : Texts.of("position.waits", call, place(line));
    }

    boolean waitsForLock() {
        return state == Thread.State.BLOCKED;
    }

    boolean isBusy() {
        return call == null;
    }
}
