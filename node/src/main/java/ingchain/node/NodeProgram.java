package ingchain.node;

import ingchain.block.Genesis;
import ingchain.consensus.ForkChoice;
import ingchain.exercise.ExerciseNotDone;
import ingchain.node.chain.StorageFailure;
import ingchain.node.event.Event;
import ingchain.node.http.HttpApi;
import ingchain.node.storage.Salvage;
import ingchain.program.HostPort;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs a {@link Node} and its {@link HttpApi} until it is stopped.
 *
 * <p>Standard output gets one line, {@code ready p2p=HOST:PORT http=HOST:PORT}, once both ports answer. Standard error
 * gets a sentence for what its owner should know, and with {@code --verbose} a line for each event, too. Exit codes: 2 means that the command line was wrong, 1 that the node could not start. A node that runs is
 * ended by Ctrl-C (130) or SIGTERM (143), and closes its connections first.
 */
@Command(
        name = "ingchain node",
        description = "Runs a full node until Ctrl-C.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class NodeProgram implements Callable<Integer> {
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);

    @Mixin
    private NodeOptions options;

    private final PrintStream err;

    private NodeProgram(PrintStream err) {
        this.err = err;
    }

    /** @param args see {@code --help} */
    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> System.err.println("[!] " + failure));
        System.exit(run(System.err, args));
    }

    /**
     * @param err takes what is not the ready line
     * @return the exit code, once the program has ended
     */
    static int run(PrintStream err, String... args) {
        NodeProgram program = new NodeProgram(err);
        return new CommandLine(program)
                .setParameterExceptionHandler((mistake, typed) -> program.explain(mistake))
                .setExecutionExceptionHandler((failure, command, result) -> {
                    program.tell(failure.getMessage());
                    return 1;
                })
                .execute(args);
    }

    private int explain(CommandLine.ParameterException mistake) {
        String sentence = mistake.getMessage();
        if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
            sentence = "There is no option " + unmatched.getUnmatched().get(0);
        }
        tell(sentence + ". See --help.");
        return 2;
    }

    private void tell(String sentence) {
        err.println(sentence);
    }

    private void log(Event event) {
        tell(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + event.line());
    }

    @Override
    public Integer call() throws InterruptedException {
        if (options.salvage && options.data != null) {
            tell(Salvage.chain(options.data));
        }
        Node node = new Node(NodeSettings.DEFAULT
                .with(followed())
                .acceptingOriginalTransfers(options.acceptsOriginalTransfers)
                .in(options.data)
                .withMaxPeers(options.maxPeers)
                .telling(options.verbose ? this::log : event -> {})
                .notifying(this::tell, this::stop));
        HttpApi api = new HttpApi(node);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            api.close();
            node.close();
        }));
        mineFirst(node);
        try {
            HostPort p2p = Listening.on(new HostPort(options.host, options.port), "peers", "--port", node::listen);
            // Before HTTP, because the time that it takes to start is enough to catch up with most.
            options.peers.forEach(node::keepDialling);
            HostPort http = Listening.on(new HostPort(options.httpHost, options.http), "HTTP", "--http", api::listen);
            System.out.println("ready p2p=" + p2p + " http=" + http);
        } catch (IOException e) {
            tell(e.getMessage());
            return 1;
        }
        Thread.currentThread().join(); // until a signal ends the process
        return 0;
    }

    /** The steps may be a student's, and counting work is the bonus. */
    private ForkChoice followed() {
        try {
            options.forkChoice.prefers(List.of(Genesis.BLOCK), List.of(Genesis.BLOCK));
            return options.forkChoice;
        } catch (ExerciseNotDone e) {
            tell("These steps do not count work yet (exercise 4.6), so this node follows the longest chain.");
            return ForkChoice.LONGEST;
        }
    }

    /** On a thread of its own: whoever met the failure may hold what the node needs to close. */
    private void stop(StorageFailure failure) {
        tell(failure.getMessage());
        new Thread(() -> System.exit(1), "stop").start();
    }

    private void mineFirst(Node node) {
        if (options.mine == 0) {
            return;
        }
        String account = node.createAccount().account();
        long told = System.nanoTime();
        for (int i = 1; i <= options.mine; i++) {
            node.mine(account);
            if (System.nanoTime() - told > PROGRESS_NANOS) {
                told = System.nanoTime();
                tell("mined " + i + " of " + options.mine + " blocks");
            }
        }
    }
}
