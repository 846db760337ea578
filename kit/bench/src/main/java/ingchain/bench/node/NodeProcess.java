package ingchain.bench.node;

import ingchain.block.Block;
import ingchain.program.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A full node on free ports, started with {@code ./ingchain node} and spoken to over HTTP. */
final class NodeProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready p2p=(\\S+):(\\d+) http=(\\S+)");
    private static final int GRACE_SECONDS = 10;
    private static final int POLL_MILLIS = 20;

    private final Process process;
    private final Thread whenWeEnd;
    private final HostPort p2p;
    private final NodeHttp http;

    /** A node with plain Java options. */
    NodeProcess(List<String> options) throws IOException, InterruptedException {
        this(options, "");
    }

    /**
     * Starts a node and returns when it is ready.
     *
     * @param options of the node, besides its ports
     * @param javaOptions of the JVM that it runs in, separated by spaces
     * @throws IOException where it ends before that
     */
    NodeProcess(List<String> options, String javaOptions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Launcher.path(), "node", "--port", "0", "--http", "0"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!javaOptions.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", javaOptions);
        }
        process = builder.start();
        whenWeEnd = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        Matcher ready = READY.matcher(firstLine(process.inputReader()));
        if (!ready.matches()) {
            close();
            throw new IOException("a node did not start: try " + String.join(" ", command));
        }
        p2p = new HostPort(ready.group(1), Integer.parseInt(ready.group(2)));
        http = new NodeHttp(ready.group(3));
    }

    private static String firstLine(BufferedReader out) throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }

    /** Where its peers call it. */
    HostPort p2p() {
        return p2p;
    }

    /** How much memory it takes, once its garbage is collected. */
    ProcessMemory memory() throws IOException, InterruptedException {
        return ProcessMemory.of(process.pid());
    }

    /** Makes it call another node; returns once the two are connected. */
    void connectTo(NodeProcess other) throws IOException, InterruptedException {
        http.connectTo(other.p2p);
    }

    /**
     * Waits until it is connected with that many peers.
     *
     * @throws TimeoutException where it is not, after that long
     */
    void awaitPeers(int peers, Duration most) throws IOException, InterruptedException, TimeoutException {
        await(() -> peers() >= peers, most);
    }

    /** How many peers it is connected with. */
    int peers() throws IOException, InterruptedException {
        return http.peers();
    }

    /** The latest block. */
    Block tip() throws IOException, InterruptedException {
        return http.tip();
    }

    /** Makes it mine the next block. */
    Block mine(String account) throws IOException, InterruptedException {
        return http.mine(account);
    }

    /**
     * Asks for its tip until that is the block with this hash.
     *
     * @throws TimeoutException where it is not, after that long
     */
    void awaitTip(String hash, Duration most) throws IOException, InterruptedException, TimeoutException {
        await(() -> tip().hash().equals(hash), most);
    }

    private interface Question {
        boolean isSo() throws IOException, InterruptedException;
    }

    private static void await(Question question, Duration most)
            throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!question.isSo()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("a node did not get there within " + most.toSeconds() + " s");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Ends the node, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(whenWeEnd);
    }
}
