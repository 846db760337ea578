package ingchain.cli.run;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a step's program as one node or two, until it ends or the user ends it. */
public final class StepRun {
    private static final Pattern LISTENS = Pattern.compile("listening on (.+:\\d+)");
    private static final Pattern NOT_DONE = Pattern.compile("exercise (\\d+\\.\\d+) .*is not done yet");
    private static final int POLL_MILLIS = 50;
    private static final int START_SECONDS = 30;

    private final List<Path> classPath;
    private final String mainClass;
    private final Terminal terminal;
    private final Set<String> undone = new ConcurrentSkipListSet<>();

    /** Runs this main class and shows what it prints. */
    public StepRun(List<Path> classPath, String mainClass, Terminal terminal) {
        this.classPath = classPath;
        this.mainClass = mainClass;
        this.terminal = terminal;
    }

    /** The numbers of the exercises that the program stopped at because they are not done. */
    public Set<String> undone() {
        return Collections.unmodifiableSet(undone);
    }

    /** Runs one node; gives its exit code. */
    public int one(List<String> arguments) throws IOException, InterruptedException {
        try (ChildProcess node = start("", arguments, new CompletableFuture<>())) {
            return waitFor(List.of(node));
        }
    }

    /**
     * Runs the first node, and when it listens a second one that dials it.
     *
     * @return 0 where both ended well
     */
    public int two(List<String> first, List<String> second) throws IOException, InterruptedException {
        CompletableFuture<String> address = new CompletableFuture<>();
        try (ChildProcess one = start("node 1 | ", first, address)) {
            String listens = await(one, address);
            if (listens == null) {
                return waitFor(List.of(one));
            }
            List<String> dialling = new ArrayList<>(second);
            dialling.addAll(List.of("--peer", listens));
            try (ChildProcess two = start("node 2 | ", dialling, new CompletableFuture<>())) {
                return waitFor(List.of(one, two));
            }
        }
    }

    private ChildProcess start(String prefix, List<String> arguments, CompletableFuture<String> address)
            throws IOException {
        return new ChildProcess(classPath, mainClass, arguments, line -> {
            terminal.line(prefix + line);
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                address.complete(listens.group(1));
            }
            Matcher notDone = NOT_DONE.matcher(line);
            if (notDone.find()) {
                undone.add(notDone.group(1));
            }
        });
    }

    /** Where the first node listens; null where it ended before it did. */
    private static String await(ChildProcess node, CompletableFuture<String> address) throws InterruptedException {
        for (int waited = 0; waited < START_SECONDS * 1000 / POLL_MILLIS; waited++) {
            try {
                return address.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (node.waitFor(0)) {
                    return address.getNow(null);
                }
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("run.does-not-listen", START_SECONDS));
    }

    /** Waits until all have ended, or one has ended badly; the others are then ended by whoever started them. */
    private static int waitFor(List<ChildProcess> nodes) throws InterruptedException {
        while (true) {
            boolean all = true;
            for (ChildProcess node : nodes) {
                boolean ended = node.waitFor(POLL_MILLIS);
                if (ended && node.exitCode() != 0) {
                    return ExitCode.DOES_NOT_HOLD;
                }
                all &= ended;
            }
            if (all) {
                return ExitCode.HOLDS;
            }
        }
    }
}
