package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.json.Json;
import ingchain.node.Request.Answer;
import ingchain.transaction.Receipt;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.io.OutputStream;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The HTTP API")
class HttpApiTest {
    private static final String NOBODY = "d".repeat(40);

    private static Node node;
    private static HttpApi api;
    private static int port;
    private static Request http;

    @BeforeAll
    static void start() throws Exception {
        node = Branch.node(Branch.ofHeight(3, 0));
        api = new HttpApi(node);
        port = api.listen(0);
        http = new Request(port);
    }

    @AfterAll
    static void stop() {
        api.close();
        node.close();
    }

    private static String accountBody(String account) {
        return Json.write(Map.of("account", account));
    }

    private static String receiptBody(Receipt receipt) {
        return Json.write(Map.of("receipt", receipt));
    }

    private static long balance(String account) throws Exception {
        return http.post("/getBalance", accountBody(account))
                .json()
                .getAsJsonObject()
                .get("balance")
                .getAsLong();
    }

    private static void assertRefused(int status, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/json");
        assertThat(answer.json().getAsJsonObject().keySet()).containsExactly("error");
        assertThat(answer.error()).endsWith(".").doesNotContain("Exception", "\tat ", "java.");
    }

    @Test
    @DisplayName("GET / says hello ingchain, and nothing else")
    void hello() throws Exception {
        Answer answer = http.get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello ingchain");
        assertThat(answer.type()).startsWith("text/plain");
    }

    @Test
    @DisplayName(
            "PUT /accounts makes an account whose three parts belong together, and GET /accounts lists it without its private key")
    void accounts() throws Exception {
        Answer made = http.send("PUT", "/accounts", "");
        Account account = Json.read(made.body(), Account.class);
        assertThat(DigitalSignature.accountOf(account.privateKey())).isEqualTo(account);

        JsonArray listed = http.get("/accounts").json().getAsJsonArray();
        JsonObject entry = new JsonObject();
        entry.addProperty("account", account.account());
        entry.addProperty("publicKey", account.publicKey());
        assertThat(listed).contains(entry);
        assertThat(listed.toString()).doesNotContain(account.privateKey(), "privateKey");
    }

    @Test
    @DisplayName("POST /mineBlock answers with the new block, whose reward the account then has")
    void mineBlock() throws Exception {
        String account = http.send("PUT", "/accounts", "").field("account");
        Block block = Json.read(http.post("/mineBlock", accountBody(account)).body(), Block.class);
        assertThat(block).isEqualTo(Branch.tip(node));
        assertThat(balance(account)).isEqualTo(50);
    }

    @Test
    @DisplayName("POST /transaction takes a signed receipt of anybody, and the next block carries it out")
    void signedReceipt() throws Exception {
        Account payer = Json.read(http.send("PUT", "/accounts", "").body(), Account.class);
        http.post("/mineBlock", accountBody(payer.account()));
        Answer answer = http.post("/transaction", receiptBody(DigitalSignature.sign(payer, NOBODY, 20)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .getAsJsonObject()
                        .getAsJsonObject("transaction")
                        .get("hash")
                        .getAsString())
                .hasSize(64);
        long before = balance(NOBODY);
        http.post("/mineBlock", accountBody(payer.account()));
        assertThat(balance(NOBODY)).isEqualTo(before + 20);
        assertThat(balance(payer.account())).isEqualTo(80);
    }

    @Test
    @DisplayName(
            "POST /transaction signs a receipt without a signature with the key of the sender, where the wallet has it")
    void unsignedReceipt() throws Exception {
        String payer = http.send("PUT", "/accounts", "").field("account");
        http.post("/mineBlock", accountBody(payer));
        String body = """
                {"receipt": {"sender": {"account": "%s"}, "received": "%s", "amount": 5}}""";
        assertThat(http.post("/transaction", body.formatted(payer, NOBODY)).status())
                .isEqualTo(200);
        http.post("/mineBlock", accountBody(NOBODY));
        assertThat(balance(payer)).isEqualTo(45);

        Answer refused = http.post("/transaction", body.formatted("e".repeat(40), NOBODY));
        assertRefused(422, refused);
        assertThat(refused.error()).contains("no key of account " + "e".repeat(40));
    }

    @Test
    @DisplayName("POST /transaction refuses what cannot be paid, or is not signed by its sender, with the reason")
    void refusedPayments() throws Exception {
        Account payer = Json.read(http.send("PUT", "/accounts", "").body(), Account.class);
        Answer poor = http.post("/transaction", receiptBody(DigitalSignature.sign(payer, NOBODY, 1)));
        assertRefused(422, poor);
        assertThat(poor.error()).contains("has 0 to spend");

        Receipt signed = DigitalSignature.sign(payer, NOBODY, 1);
        Answer forged =
                http.post("/transaction", receiptBody(new Receipt(signed.sender(), NOBODY, 2, signed.signature())));
        assertRefused(422, forged);
        assertThat(forged.error()).contains("not signed by its sender");
    }

    @Test
    @DisplayName("GET /chain gives blocks from a height on, no more than asked for; GET /chain/latest gives the tip")
    void chain() throws Exception {
        List<Block> ours = node.ingchain().chain().blocks();
        Block[] all = Json.read(http.get("/chain").body(), Block[].class);
        assertThat(all).startsWith(ours.toArray(Block[]::new)).startsWith(Genesis.BLOCK);
        Block[] second = Json.read(http.get("/chain?from=2&limit=1").body(), Block[].class);
        assertThat(second).containsExactly(ours.get(1));
        assertThat(http.get("/chain?from=100000").body()).isEqualTo("[]");
        assertThat(Json.read(http.get("/chain/latest").body(), Block.class)).isEqualTo(Branch.tip(node));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=0", "from=-1", "from=x", "from=", "from=99999999999", "limit=0", "limit=1001", "limit=1.5"
            })
    @DisplayName("GET /chain refuses heights and limits that make no sense, and names the range")
    void wrongRanges(String query) throws Exception {
        Answer answer = http.get("/chain?" + query);
        assertRefused(400, answer);
        assertThat(answer.error()).contains("a whole number from 1 to");
    }

    @Test
    @DisplayName("POST /peers dials, GET /peers shows what is known of the peer")
    void peers() throws Exception {
        try (Node other = Branch.node(List.of(Genesis.BLOCK))) {
            int otherPort = other.listen("127.0.0.1", 0);
            Answer dialled = http.post("/peers", "{\"host\": \"127.0.0.1\", \"port\": " + otherPort + "}");
            assertThat(dialled.status()).isEqualTo(200);
            assertThat(dialled.field("address")).isEqualTo("127.0.0.1:" + otherPort);
            org.awaitility.Awaitility.await().untilAsserted(() -> {
                JsonObject peer =
                        http.get("/peers").json().getAsJsonArray().get(0).getAsJsonObject();
                assertThat(peer.get("address").getAsString()).isEqualTo("127.0.0.1:" + otherPort);
                assertThat(peer.get("kind").getAsString()).isEqualTo("ingchain");
                assertThat(peer.get("tip").getAsString())
                        .isEqualTo(Branch.tip(node).hash());
            });
        }
    }

    @Test
    @DisplayName("POST /peers says 502 where nobody answers")
    void unreachablePeer() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Answer answer = http.post("/peers", "{\"host\": \"127.0.0.1\", \"port\": " + free + "}");
        assertRefused(502, answer);
        assertThat(answer.error()).contains("127.0.0.1:" + free);
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
        assertRefused(400, answer);
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
                        .formatted(payer, NOBODY, amount));
        assertRefused(400, answer);
        assertThat(answer.error()).contains("\"amount\"");
    }

    @Test
    @DisplayName("an unknown route and a wrong method are told which routes there are")
    void unknownRoutes() throws Exception {
        assertRefused(404, http.get("/nowhere"));
        assertRefused(405, http.send("DELETE", "/accounts", ""));
        assertRefused(405, http.get("/mineBlock"));
        assertThat(http.get("/nowhere").error()).contains("POST /mineBlock");
    }

    @Test
    @DisplayName("a body that is too long is refused and not read")
    void longBody() throws Exception {
        assertRefused(413, http.post("/mineBlock", "x".repeat(HttpApi.MAX_BODY_BYTES + 1)));
        assertRefused(400, http.post("/mineBlock", "[".repeat(HttpApi.MAX_BODY_BYTES)));
    }

    @Test
    @DisplayName("a web page from elsewhere is refused, under whatever name it found this machine")
    void foreignPages() throws Exception {
        assertRefused(403, http.send("PUT", "/accounts", "", "Origin", "http://example.com"));
        assertRefused(403, http.send("PUT", "/accounts", "", "Origin", "null"));
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
        assertRefused(400, new Answer(400, "application/json", answer.substring(answer.indexOf("\r\n\r\n") + 4)));
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
        Assertions.assertThatThrownBy(() -> second.listen(port)).isInstanceOf(BindException.class);
    }
}
