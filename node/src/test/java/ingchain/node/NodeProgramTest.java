package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The program")
class NodeProgramTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    /** A process with what it prints. */
    private record Running(Process process, Path outFile, Path errFile) {
        String out() throws IOException {
            return Files.readString(outFile);
        }

        String err() throws IOException {
            return Files.readString(errFile);
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS))
                    .as("the program ends")
                    .isTrue();
            return process.exitValue();
        }

        /** A port of the ready line, once it is there. */
        int port(String name) throws IOException {
            await().atMost(DEADLINE).until(() -> out().contains("\n") || !process.isAlive());
            assertThat(out()).as(err()).matches("ready p2p=127\\.0\\.0\\.1:\\d+ http=127\\.0\\.0\\.1:\\d+\\R");
            return Integer.parseInt(out().replaceAll("(?s).*" + name + "=127\\.0\\.0\\.1:(\\d+).*", "$1"));
        }
    }

    private Running run(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                OwnClassPath.TEXT,
                NodeProgram.class.getName()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        processes.add(process);
        return new Running(process, out, err);
    }

    @Test
    @DisplayName("two programs sync, each prints one line when both its ports answer, and SIGTERM frees the ports")
    void twoPrograms() throws Exception {
        Running first = run("--port", "0", "--http", "0", "--mine", "3");
        int p2p = first.port("p2p");
        int firstHttp = first.port("http");
        Running second = run("--port", "0", "--http", "0", "--peer", "127.0.0.1:" + p2p);
        Request ahead = new Request(firstHttp);
        Request behind = new Request(second.port("http"));
        String tip = ahead.get("/chain/latest").body();
        assertThat(tip).contains("\"height\":4");
        await().atMost(DEADLINE).until(() -> behind.get("/chain/latest").body().equals(tip));
        assertThat(first.out().lines()).hasSize(1);
        assertThat(first.err()).isEmpty();
        assertThat(second.err()).isEmpty();

        first.process().destroy();
        assertThat(first.exitCode()).isEqualTo(143);
        for (int port : new int[] {p2p, firstHttp}) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
            }
        }
        assertThat(second.process().isAlive()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"--port, --http", "--http, --port"})
    @DisplayName("a port in use ends it with 1 and a sentence that names the port and the option")
    void portInUse(String taken, String other) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(socket.getLocalPort());
            Running clash = run(taken, port, other, "0");
            assertThat(clash.exitCode()).isEqualTo(1);
            assertThat(clash.err().lines()).hasSize(1);
            assertThat(clash.err()).contains("127.0.0.1:" + port, "choose another with " + taken);
            assertThat(clash.out()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--date somewhere | There is no option --date",
                "--port 65536     | a port is a number from 0 to 65535, not 65536",
                "--port           | --port",
                "--peer nowhere   | HOST:PORT",
                "--mine -1        | a count of blocks is a number",
                "--fork-choice x  | longest or most-work"
            })
    @DisplayName("a wrong command line ends it with 2 and one sentence")
    void wrongCommandLine(String args, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(NodeProgram.run(new PrintStream(err, true, StandardCharsets.UTF_8), args.split(" +")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence).doesNotContain("Exception");
    }

    @Test
    @DisplayName("a peer that cannot be reached is a sentence; the node lives on, and finds the peer when it comes")
    void unreachablePeer() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Running lonely = run("--port", "0", "--http", "0", "--peer", "127.0.0.1:" + port);
        Request http = new Request(lonely.port("http"));
        await().atMost(DEADLINE).until(() -> lonely.err().contains("\n"));
        assertThat(lonely.err().lines()).hasSize(1);
        assertThat(lonely.err()).contains("No peer answers at 127.0.0.1:" + port, "keeps trying");
        assertThat(http.get("/").status()).isEqualTo(200);

        try (Node late = Branch.node(Branch.ofHeight(5, 0))) {
            late.listen("127.0.0.1", port);
            await().atMost(DEADLINE)
                    .until(() -> http.get("/chain/latest").body().contains("\"height\":5"));
        }
    }

    @Test
    @DisplayName(
            "killed while it mines, it comes up with every block that it has shown; a second one cannot have its folder")
    void killed() throws Exception {
        String data = folder.resolve("data").toString();
        Running first = run("--port", "0", "--http", "0", "--data", data, "--mine", "15");
        Request http = new Request(first.port("http"));
        Running second = run("--port", "0", "--http", "0", "--data", data);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("Another node uses the folder").doesNotContain("Exception");

        String account = http.send("PUT", "/accounts", "").field("account");
        http.post("/mineBlock", "{\"account\": \"" + account + "\"}");
        String shown = http.get("/chain/latest").body();
        first.process().destroyForcibly().waitFor();

        Running again = run("--port", "0", "--http", "0", "--data", data);
        http = new Request(again.port("http"));
        assertThat(http.get("/chain/latest").body()).isEqualTo(shown);
        assertThat(http.get("/accounts").body()).contains(account);
    }

    @Test
    @DisplayName("with --verbose it tells of connections and tips on standard error")
    void verbose() throws Exception {
        Running node = run("--port", "0", "--http", "0", "--verbose", "--mine", "1");
        try (Socket peer = new Socket("127.0.0.1", node.port("p2p"))) {
            await().atMost(DEADLINE)
                    .until(() -> node.err().contains("[+] New Connection from 127.0.0.1:" + peer.getLocalPort()));
        }
        await().atMost(DEADLINE).until(() -> node.err().contains("[-] Connection from"));
        assertThat(node.err().lines())
                .allMatch(line -> line.matches("20\\S+Z event=\\S+ .*"))
                .anyMatch(line -> line.contains("event=tip height=2 hash="));
    }
}
