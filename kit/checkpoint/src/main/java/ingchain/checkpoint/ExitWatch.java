package ingchain.checkpoint;

import java.util.List;
import java.util.Optional;

/** Runs when the JVM is ended while a test is on its way, and reports which line ended it. */
final class ExitWatch extends Thread {
    private final Report report;

    ExitWatch(Report report) {
        super("exit watch");
        this.report = report;
    }

    @Override
    public void run() {
        report.runningClass().ifPresent(testClass -> report.exited(line(new StudentCode(testClass))));
    }

    private Optional<String> line(StudentCode code) {
        return ThreadStack.allBut(this).stream()
                .map(ThreadStack::frames)
                .filter(ExitWatch::isExiting)
                .flatMap(frames -> code.firstIn(frames).stream())
                .map(frame -> Texts.of("exit.line", StudentCode.method(frame), StudentCode.place(frame)))
                .findFirst();
    }

    private static boolean isExiting(List<StackTraceElement> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }
}
