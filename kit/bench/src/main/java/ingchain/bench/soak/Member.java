package ingchain.bench.soak;

import ingchain.bench.Resident;
import ingchain.bench.node.NodeHttp;
import ingchain.node.NodeProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the nodes: its place in the network, which it keeps, and its process, which comes and goes. */
final class Member implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready p2p=\\S+ http=(\\S+)");
    private static final int GRACE_SECONDS = 30;

    private final int port;
    private final List<Integer> peers;
    private final Path folder;
    private Process process; // null while it is away
    private NodeHttp http;
    private String account;

    /**
     * @param port where it listens
     * @param peers the ports that it is told to call
     * @param folder where it keeps its data and its log
     */
    Member(int port, List<Integer> peers, Path folder) {
        this.port = port;
        this.peers = peers;
        this.folder = folder;
    }

    /** Starts it, and returns when it is ready. */
    void join() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                classPath(),
                NodeProgram.class.getName(),
                "--host",
                Switchboard.NODES,
                "--port",
                Integer.toString(port),
                "--http",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--verbose"));
        peers.forEach(peer -> command.addAll(List.of("--peer", "127.0.0.1:" + peer)));
        Files.createDirectories(folder);
        process = new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        String line = process.inputReader().readLine();
        Matcher ready = READY.matcher(line == null ? "" : line);
        if (!ready.matches()) {
            throw new IOException("the node on port " + port + " does not start, see " + folder.resolve("log"));
        }
        http = new NodeHttp(ready.group(1));
        if (account == null) {
            account = http.createAccount();
        }
    }

    /** The jars behind the one that was started, or the folders of a build. */
    private static String classPath() throws IOException {
        Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        return Files.isDirectory(jar.resolveSibling("lib"))
                ? jar.resolveSibling("lib") + File.separator + "*"
                : System.getProperty("java.class.path");
    }

    boolean isHere() {
        return process != null;
    }

    /** @throws IOException where it has ended although nobody has ended it */
    void checkAlive() throws IOException {
        if (process != null && !process.isAlive()) {
            throw new IOException("the node on port " + port + " has ended by itself with " + process.exitValue()
                    + ", see " + folder.resolve("log"));
        }
    }

    /** Its HTTP API, while it is here. */
    NodeHttp http() {
        return http;
    }

    /** The account that it mines for and pays from. */
    String account() {
        return account;
    }

    /** Ends it as Ctrl-C would, or, where it is killed, without any chance to tidy up. */
    void leave(boolean killed) throws InterruptedException {
        Process ending = process;
        process = null;
        if (!killed) {
            ending.destroy();
            if (ending.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        }
        ending.destroyForcibly().waitFor();
    }

    /** Loses its chain and the peers that it knew, not its keys; only while it is away. */
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve("data").resolve("chain.mv"));
    }

    /** What the system has given to it, in MB; 0 where the system does not tell. */
    long residentMegabytes() throws IOException {
        return (long) Resident.megabytes(process.pid()).orElse(0);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
