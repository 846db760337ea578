package ingchain.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.node.Branch;
import ingchain.node.Node;
import ingchain.node.Request;
import ingchain.node.Request.Answer;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever watches a node over HTTP")
class HttpWatchTest {
    private Node node;
    private HttpApi api;
    private int port;
    private Request http;

    @BeforeEach
    void start() throws Exception {
        node = Branch.node(Branch.ofHeight(3, 0));
        api = new HttpApi(node);
        port = api.listen(HttpApi.HOST, 0);
        http = new Request(port);
    }

    @AfterEach
    void stop() {
        api.close();
        node.close();
    }

    private static BufferedReader stream(int port) throws Exception {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static List<String> readUpTo(BufferedReader stream, String start) throws Exception {
        List<String> lines = new ArrayList<>();
        String line;
        do {
            line = stream.readLine();
            lines.add(line);
        } while (line != null && !line.startsWith(start));
        return lines;
    }

    @Test
    @DisplayName("hears of a new tip as an event, with its height and hash")
    void events() throws Exception {
        try (BufferedReader stream = stream(port)) {
            readUpTo(stream, ":"); // it listens from now on
            Branch.mine(node);
            readUpTo(stream, "event: tip");
            assertThat(stream.readLine() + stream.readLine())
                    .contains("\"height\":\"4\"", "\"hash\":\"" + node.tip().hash() + "\"");
        }
    }

    @Test
    @DisplayName("gets a sentence where there are too many listeners already, and a place when one has gone")
    void tooManyListeners() throws Exception {
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < EventStreams.MAX_STREAMS; i++) {
            streams.add(stream(port));
        }
        http.send("GET", "/events", "", "Accept", "text/event-stream").assertRefused(503);
        for (BufferedReader stream : streams) {
            stream.close();
        }
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            Branch.mine(node); // a stream that nobody reads is noticed when something is sent
            try (BufferedReader stream = stream(port)) {
                return stream.readLine() != null;
            }
        });
    }

    @Test
    @DisplayName("and asks for events as for a page is told how to ask")
    void wrongAccept() throws Exception {
        http.get("/events").assertRefused(406);
    }

    @Test
    @DisplayName("gets its numbers in Prometheus' text format")
    void metrics() throws Exception {
        Answer answer = http.get("/metrics");
        assertThat(answer.type()).startsWith("text/plain; version=0.0.4");
        assertThat(answer.body().lines())
                .contains(
                        "# TYPE ingchain_height gauge",
                        "ingchain_height 3",
                        "ingchain_peers{kind=\"ingchain\"} 0",
                        "# TYPE ingchain_offences_total counter",
                        "ingchain_offences_total{rule=\"NESTING\"} 0")
                .allMatch(line -> line.matches("# (HELP|TYPE) \\w+ .+|ingchain_\\w+(\\{\\w+=\"\\w+\"})? \\d+"));
    }

    @Test
    @DisplayName("is told whether it is of use")
    void health() throws Exception {
        Answer answer = http.get("/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("status")).isEqualTo("ok");
        assertThat(answer.field("height")).isEqualTo("3");
    }

    @Test
    @DisplayName("from another machine can look, and neither mine nor pay nor make accounts")
    void otherMachines() throws Exception {
        Optional<String> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(address -> address.getHostAddress())
                .findFirst();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but that of itself");
        HttpApi open = new HttpApi(node);
        int openPort = open.listen("0.0.0.0", 0);
        try {
            String url = "http://" + outside.get() + ":" + openPort;
            assertThat(status("GET", url + "/chain/latest")).isEqualTo(200);
            assertThat(status("PUT", url + "/accounts")).isEqualTo(403);
            assertThat(status("POST", url + "/mineBlock")).isEqualTo(403);
            assertThat(status("POST", url + "/transaction")).isEqualTo(403);
            assertThat(status("PUT", "http://127.0.0.1:" + openPort + "/accounts"))
                    .isEqualTo(200);
        } finally {
            open.close();
        }
        await().until(() -> http.get("/").status() == 200);
    }

    private static int status(String method, String url) throws Exception {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        return connection.getResponseCode();
    }
}
