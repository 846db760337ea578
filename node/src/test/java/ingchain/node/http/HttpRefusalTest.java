package ingchain.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.node.Branch;
import ingchain.node.Node;
import ingchain.node.Request;
import ingchain.node.Request.Answer;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The HTTP API refuses, with a sentence:")
class HttpRefusalTest {
    private static Node node;
    private static HttpApi api;
    private static int port;
    private static Request http;

    @BeforeAll
    static void start() throws Exception {
        node = Branch.node(Branch.ofHeight(3, 0));
        api = new HttpApi(node);
        port = api.listen(HttpApi.HOST, 0);
        http = new Request(port);
    }

    @AfterAll
    static void stop() {
        api.close();
        node.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/mineBlock   | nonsense",
                "/mineBlock   | ''",
                "/mineBlock   | []",
                "/mineBlock   | {}",
                "/mineBlock   | {\"account\": 5}",
                "/mineBlock   | {\"account\": null}",
                "/mineBlock   | {\"account\": \"short\"}",
                "/getBalance  | {\"account\": {}}",
                "/getBalance  | {\"account\": \"ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD\"}",
                "/transaction | {}",
                "/transaction | {\"receipt\": null}",
                "/transaction | {\"receipt\": {}}",
                "/transaction | {\"receipt\": {\"sender\": \"me\"}}",
                "/peers       | {}",
                "/peers       | {\"host\": \"\", \"port\": 1}",
                "/peers       | {\"host\": \"127.0.0.1\"}",
                "/peers       | {\"host\": \"127.0.0.1\", \"port\": \"1\"}",
                "/peers       | {\"host\": \"127.0.0.1\", \"port\": 0}",
                "/peers       | {\"host\": \"127.0.0.1\", \"port\": 65536}",
            })
    @DisplayName(
            "a body that is no JSON, or lacks a field, or has a wrong one, is refused with an example of a right one")
    void wrongBodies(String path, String body) throws Exception {
        Answer answer = http.post(path, body);
        answer.assertRefused(400);
        assertThat(answer.error()).contains("like {\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "0", "-1", "\"1\"", "1e99", "9007199254740992", "null", "[]"})
    @DisplayName("an amount is a whole number of coins that can be counted")
    void wrongAmounts(String amount) throws Exception {
        String payer = http.send("PUT", "/accounts", "").field("account");
        Answer answer = http.post(
                "/transaction",
                "{\"receipt\": {\"sender\": {\"account\": \"%s\"}, \"received\": \"%s\", \"amount\": %s}}"
                        .formatted(payer, "d".repeat(40), amount));
        answer.assertRefused(400);
        assertThat(answer.error()).contains("\"amount\"");
    }

    @Test
    @DisplayName("an unknown route and a wrong method are told which routes there are")
    void unknownRoutes() throws Exception {
        http.get("/nowhere").assertRefused(404);
        http.send("DELETE", "/accounts", "").assertRefused(405);
        http.get("/mineBlock").assertRefused(405);
        assertThat(http.get("/nowhere").error()).contains("POST /mineBlock");
    }

    @Test
    @DisplayName("a body that is too long is refused and not read")
    void longBody() throws Exception {
        http.post("/mineBlock", "x".repeat(HttpApi.MAX_BODY_BYTES + 1)).assertRefused(413);
        http.post("/mineBlock", "[".repeat(HttpApi.MAX_BODY_BYTES)).assertRefused(400);
    }

    @Test
    @DisplayName("a web page from elsewhere is refused, under whatever name it found this machine")
    void foreignPages() throws Exception {
        http.send("PUT", "/accounts", "", "Origin", "http://example.com").assertRefused(403);
        http.send("PUT", "/accounts", "", "Origin", "null").assertRefused(403);
        assertThat(http.send("PUT", "/accounts", "", "Origin", "http://127.0.0.1:" + port)
                        .status())
                .isEqualTo(200);
        assertThat(raw("GET / HTTP/1.1\r\nHost: example.com\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "\u0016\u0003\u0001\u0002",
                "{\"type\":\"latestBlock\",\"payload\":{}}",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "POST /mineBlock HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: x\r\n\r\n"
            })
    @DisplayName("bytes that are no HTTP are answered with a sentence, too, and the node lives on")
    void garbage(String bytes) throws Exception {
        String answer = raw(bytes);
        assertThat(answer)
                .containsIgnoringCase("content-type: application/json")
                .doesNotContain("<html", "\tat ");
        new Answer(400, "application/json", answer.substring(answer.indexOf("\r\n\r\n") + 4)).assertRefused(400);
        assertThat(http.get("/").status()).isEqualTo(200);
    }

    private static String raw(String bytes) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("a port that is in use is an error")
    void portInUse() {
        HttpApi second = new HttpApi(node);
        Assertions.assertThatThrownBy(() -> second.listen(HttpApi.HOST, port)).isInstanceOf(BindException.class);
    }
}
