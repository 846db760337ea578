package ingchain.node;

import ingchain.block.Genesis;
import ingchain.consensus.ForkChoice;
import ingchain.exercise.ExerciseNotDone;
import ingchain.node.chain.StorageFailure;
import ingchain.node.event.Event;
import ingchain.node.http.HttpApi;
import ingchain.node.limits.Slots;
import ingchain.node.storage.Salvage;
import ingchain.program.HostPort;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8555",
            converter = OptionValues.Port.class,
            description = "Where peers call; 0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "8545",
            converter = OptionValues.Port.class,
            description = "Where the HTTP API answers; 0 takes a free one (${DEFAULT-VALUE}).")
    private int http;

    @Option(
            names = "--http-host",
            paramLabel = "HOST",
            defaultValue = HttpApi.HOST,
            description = "The address of the HTTP API. From other machines one can only look (${DEFAULT-VALUE}).")
    private String httpHost;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "The address that peers call; 0.0.0.0 is for whoever can reach this machine (${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--peer",
            paramLabel = "HOST:PORT",
            converter = OptionValues.PeerAddress.class,
            description = "A peer to call, as often as you like.")
    private List<HostPort> peers = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep chain, peers and keys in this folder; without it they end with the program.")
    private Path data;

    @Option(
            names = "--salvage",
            description = "First put a damaged chain of --data aside, and keep what is whole of it.")
    private boolean salvage;

    @Option(
            names = "--mine",
            paramLabel = "N",
            defaultValue = "0",
            converter = OptionValues.BlockCount.class,
            description = "Mine N blocks first, for a new account.")
    private int mine;

    @Option(
            names = "--fork-choice",
            paramLabel = "RULE",
            defaultValue = "most-work",
            converter = OptionValues.Rule.class,
            description =
                    "Which chain wins: most-work, or the article's longest; the same on all nodes (${DEFAULT-VALUE}).")
    private ForkChoice forkChoice;

    @Option(
            names = "--max-peers",
            paramLabel = "N",
            defaultValue = "" + Slots.DEFAULT_MAX_PEERS,
            converter = OptionValues.PeerCount.class,
            description = "Connections at the most (${DEFAULT-VALUE}).")
    private int maxPeers;

    @Option(
            names = "--accept-original-transfers",
            description = "Take transfers of the original program, whose signatures nobody can check.")
    private boolean acceptsOriginalTransfers;

    @Option(
            names = "--verbose",
            description = "Tell of each event, such as a connection or a new tip, in a line on standard error.")
    private boolean verbose;

    @Option(names = "--help", usageHelp = true, description = "Show this.")
    private boolean help;

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
        if (salvage && data != null) {
            tell(Salvage.chain(data));
        }
        Node node = new Node(NodeSettings.DEFAULT
                .with(followed())
                .acceptingOriginalTransfers(acceptsOriginalTransfers)
                .in(data)
                .withMaxPeers(maxPeers)
                .telling(verbose ? this::log : event -> {})
                .notifying(this::tell, this::stop));
        HttpApi api = new HttpApi(node);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            api.close();
            node.close();
        }));
        mineFirst(node);
        int p2pPort;
        try {
            p2pPort = node.listen(host, port);
        } catch (IOException e) {
            tell(cannotListen("peers", new HostPort(host, port), "--port"));
            return 1;
        }
        peers.forEach(node::keepDialling); // the time that HTTP takes to start is enough to catch up with most
        int httpPort;
        try {
            httpPort = api.listen(httpHost, http);
        } catch (IOException e) {
            tell(cannotListen("HTTP", new HostPort(httpHost, http), "--http"));
            return 1;
        }
        System.out.println("ready p2p=" + new HostPort(host, p2pPort) + " http=" + new HostPort(httpHost, httpPort));
        Thread.currentThread().join(); // until a signal ends the process
        return 0;
    }

    /** The steps may be a student's, and counting work is the bonus. */
    private ForkChoice followed() {
        try {
            forkChoice.prefers(List.of(Genesis.BLOCK), List.of(Genesis.BLOCK));
            return forkChoice;
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
        if (mine == 0) {
            return;
        }
        String account = node.createAccount().account();
        long told = System.nanoTime();
        for (int i = 1; i <= mine; i++) {
            node.mine(account);
            if (System.nanoTime() - told > PROGRESS_NANOS) {
                told = System.nanoTime();
                tell("mined " + i + " of " + mine + " blocks");
            }
        }
    }

    private static String cannotListen(String whom, HostPort where, String option) {
        return isHere(where.host())
                ? "Cannot listen for " + whom + " on " + where
                        + ": the port is in use, or not ours to take. Stop the program that has it,"
                        + " or choose another with " + option + "."
                : "Cannot listen for " + whom + " on " + where
                        + ": this machine has no such address. Choose another with --host or --http-host.";
    }

    /** Whether somebody can listen on an address of that name. */
    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
