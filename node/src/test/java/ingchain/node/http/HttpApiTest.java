package ingchain.node.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.json.Json;
import ingchain.node.Branch;
import ingchain.node.Node;
import ingchain.node.Request;
import ingchain.node.Request.Answer;
import ingchain.transaction.Receipt;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The HTTP API")
class HttpApiTest {
    private static final String NOBODY = "d".repeat(40);

    private static Node node;
    private static HttpApi api;
    private static Request http;

    @BeforeAll
    static void start() throws Exception {
        node = Branch.node(Branch.ofHeight(3, 0));
        api = new HttpApi(node);
        http = new Request(api.listen(HttpApi.HOST, 0));
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

    @Test
    @DisplayName("GET / says hello ingchain, and nothing else")
    void hello() throws Exception {
        Answer answer = http.get("/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello ingchain");
        assertThat(answer.type()).startsWith("text/plain");
    }

    @Test
    @DisplayName("PUT /accounts makes an account with its keys, and GET /accounts lists it without the private one")
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
        refused.assertRefused(422);
        assertThat(refused.error()).contains("no key of account " + "e".repeat(40));
    }

    @Test
    @DisplayName("POST /transaction refuses what cannot be paid, or is not signed by its sender, with the reason")
    void refusedPayments() throws Exception {
        Account payer = Json.read(http.send("PUT", "/accounts", "").body(), Account.class);
        Answer poor = http.post("/transaction", receiptBody(DigitalSignature.sign(payer, NOBODY, 1)));
        poor.assertRefused(422);
        assertThat(poor.error()).contains("has 0 to spend");

        Receipt signed = DigitalSignature.sign(payer, NOBODY, 1);
        Answer forged =
                http.post("/transaction", receiptBody(new Receipt(signed.sender(), NOBODY, 2, signed.signature())));
        forged.assertRefused(422);
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
        answer.assertRefused(400);
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
            await().untilAsserted(() -> {
                JsonArray peers = http.get("/peers").json().getAsJsonArray();
                assertThat(peers).hasSize(1);
                JsonObject peer = peers.get(0).getAsJsonObject();
                assertThat(peer.get("address").getAsString()).isEqualTo("127.0.0.1:" + otherPort);
                assertThat(peer.get("kind").getAsString()).isEqualTo("ingchain");
                assertThat(peer.get("tip")).as("it has told its tip").isNotNull();
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
        answer.assertRefused(502);
        assertThat(answer.error()).contains("127.0.0.1:" + free);
    }
}
