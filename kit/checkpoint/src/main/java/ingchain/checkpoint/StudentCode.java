package ingchain.checkpoint;

import ingchain.exercise.ExerciseNotDone;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a student's classes (those of the steps) from the kit's (core, this module, the checkpoints) by where they were
 * loaded from: the same package may hold both.
 */
final class StudentCode {
    private final ClassLoader loader;
    private final URL tests;
    private final Set<String> given;

    StudentCode(Class<?> testClass) {
        loader = testClass.getClassLoader();
        tests = source(testClass);
        given = Set.of(String.valueOf(source(ExerciseNotDone.class)), String.valueOf(source(StudentCode.class)));
    }

    /** Whether this frame runs a line of a step. */
    boolean wrote(StackTraceElement frame) {
        URL source = source(frame);
        return source != null && !isTest(source) && !given.contains(source.toString());
    }

    /** Whether this frame runs a line of a checkpoint or of this module. */
    boolean isCheckpoint(StackTraceElement frame) {
        URL source = source(frame);
        return source != null && (isTest(source) || frame.getClassName().startsWith("ingchain.checkpoint."));
    }

    /** The innermost call that is a line of a step. */
    Optional<StackTraceElement> firstIn(List<StackTraceElement> frames) {
        return frames.stream().filter(this::wrote).findFirst();
    }

    /**
     * Whether the thread is in a method of a step whose name holds this word, in whatever case. A lambda is named after
     * the method that it was written in, and does not count.
     */
    boolean isIn(ThreadStack thread, String word) {
        return thread.frames().stream()
                .anyMatch(frame -> wrote(frame)
                        && !frame.getMethodName().startsWith("lambda$")
                        && frame.getMethodName().toLowerCase(Locale.ROOT).contains(word));
    }

    /** Whether what was thrown came out of a step's line, directly or through a library that it called. */
    boolean threw(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (wrote(frame)) {
                return true;
            }
            if (isCheckpoint(frame)) {
                return false;
            }
        }
        return false;
    }

    /** "PeerServer.acceptLoop", without the names that the compiler gives to lambdas and inner classes. */
    static String method(StackTraceElement frame) {
        String type = frame.getClassName();
        type = type.substring(type.lastIndexOf('.') + 1)
                .replaceAll("\\$\\d+", "")
                .replace('$', '.');
        String method = frame.getMethodName();
        if (method.equals("<init>")) {
            return "new " + type;
        }
        if (method.startsWith("lambda$")) {
            method = method.split("\\$")[1];
        }
        return type + "." + method;
    }

    /** "PeerServer.java:57". */
    static String place(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    private boolean isTest(URL source) {
        return tests != null && tests.toString().equals(source.toString());
    }

    private URL source(StackTraceElement frame) {
        if (!frame.getClassName().startsWith("ingchain.")) {
            return null;
        }
        try {
            return source(Class.forName(frame.getClassName(), false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static URL source(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? null : source.getLocation();
    }
}
