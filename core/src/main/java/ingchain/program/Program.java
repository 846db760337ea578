package ingchain.program;

import ingchain.exercise.ExerciseNotDone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a step's program: until Ctrl-C, or for {@code --seconds N}. What goes wrong is told in a sentence: exit code 2
 * means that the command line was wrong, 1 that something else was.
 */
public final class Program {
    /** What a program does to start; what it returns is closed at the end. */
    @FunctionalInterface
    public interface Start {
        /** @throws Exception whose message is for the user */
        AutoCloseable start(Arguments arguments) throws Exception;
    }

    private static final int A_DAY = 24 * 60 * 60;

    private Program() {}

    /**
     * @param args what was typed
     * @param options those that the program knows, besides {@code --seconds}
     */
    public static void run(String[] args, List<String> options, Start program) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.out.println("[!] " + sentence(failure)));
        int exitCode = 1;
        try {
            List<String> known = new ArrayList<>(options);
            known.add("--seconds");
            Arguments arguments = new Arguments(args, known);
            int seconds = arguments.number("--seconds", 0, A_DAY);
            try (AutoCloseable running = program.start(arguments)) {
                TimeUnit.SECONDS.sleep(seconds == 0 ? Long.MAX_VALUE : seconds);
            }
            exitCode = 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            exitCode = 2;
        } catch (Exception e) {
            System.err.println(sentence(e));
        }
        System.out.flush();
        System.exit(exitCode); // threads of half-done exercises may be left
    }

    private static String sentence(Throwable failure) {
        if (failure instanceof ExerciseNotDone || failure instanceof IOException) {
            return failure.getMessage();
        }
        StackTraceElement[] frames = failure.getStackTrace();
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith("ingchain.")) {
                return failure + " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return failure.toString();
    }
}
