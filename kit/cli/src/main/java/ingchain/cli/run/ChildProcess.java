package ingchain.cli.run;

import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Java;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program in a JVM of its own, which never outlives the command. */
public final class ChildProcess implements AutoCloseable {
    private static final int GRACE_SECONDS = 2;

    private final Process process;
    private final Thread reader;
    private final Thread whenWeEnd;

    /**
     * Starts the program.
     *
     * @param lines is told each line that it prints, on a thread of its own
     */
    ChildProcess(List<Path> classPath, String mainClass, List<String> arguments, Consumer<String> lines)
            throws IOException {
        this(List.of(), classPath, mainClass, arguments, lines);
    }

    /**
     * Starts the program by another command.
     *
     * @param prefix that command, such as taskset and what it needs
     * @param lines is told each line that the program prints, on a thread of its own
     */
    public ChildProcess(
            List<String> prefix, List<Path> classPath, String mainClass, List<String> arguments, Consumer<String> lines)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Java.command());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m"));
        command.addAll(Java.UTF_8);
        command.addAll(List.of("-cp", ClassPaths.text(classPath), Hosted.class.getName(), mainClass));
        command.addAll(arguments);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        whenWeEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        reader = new Thread(() -> read(lines), "what a child prints");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("Picked up ")) {
                    lines.accept(line);
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits at most this long for its end; true where it has ended, and all that it printed was told. */
    boolean waitFor(long millis) throws InterruptedException {
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        reader.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
        return true;
    }

    /** Only after its end. */
    int exitCode() {
        return process.exitValue();
    }

    /** Ends it: politely, and then not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(whenWeEnd);
        } catch (IllegalStateException e) {
            // The command is ending, and the hook with it.
        }
    }
}
