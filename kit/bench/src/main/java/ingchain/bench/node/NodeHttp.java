package ingchain.bench.node;

import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.program.HostPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Speaks to a node over HTTP. What it refuses is an IOException with its sentence. */
public final class NodeHttp {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    /** @param address HOST:PORT */
    public NodeHttp(String address) {
        url = "http://" + address;
    }

    /** Makes an account in its wallet. */
    public String createAccount() throws IOException, InterruptedException {
        return JsonParser.parseString(send("PUT", "/accounts", ""))
                .getAsJsonObject()
                .get("account")
                .getAsString();
    }

    /** How many coins an account has. */
    public long balance(String account) throws IOException, InterruptedException {
        return JsonParser.parseString(send("POST", "/getBalance", Json.write(Map.of("account", account))))
                .getAsJsonObject()
                .get("balance")
                .getAsLong();
    }

    /** Pays from an account of its wallet; returns the transfer's hash. */
    public String pay(String from, String to, long amount) throws IOException, InterruptedException {
        Map<String, ?> receipt = Map.of("sender", Map.of("account", from), "received", to, "amount", amount);
        return JsonParser.parseString(send("POST", "/transaction", Json.write(Map.of("receipt", receipt))))
                .getAsJsonObject()
                .getAsJsonObject("transaction")
                .get("hash")
                .getAsString();
    }

    /** Makes it call another node; returns once the two are connected. */
    void connectTo(HostPort other) throws IOException, InterruptedException {
        send("POST", "/peers", Json.write(other));
    }

    /** How many peers it is connected with. */
    int peers() throws IOException, InterruptedException {
        return JsonParser.parseString(send("GET", "/peers", ""))
                .getAsJsonArray()
                .size();
    }

    /** The latest block. */
    public Block tip() throws IOException, InterruptedException {
        return block(send("GET", "/chain/latest", ""));
    }

    /** The block at a height that it has reached. */
    public Block block(int height) throws IOException, InterruptedException {
        String list = send("GET", "/chain?from=" + height + "&limit=1", "");
        return block(JsonParser.parseString(list).getAsJsonArray().get(0).toString());
    }

    /** Makes it mine the next block. */
    public Block mine(String account) throws IOException, InterruptedException {
        return block(send("POST", "/mineBlock", Json.write(Map.of("account", account))));
    }

    private static Block block(String json) throws IOException {
        try {
            return Json.read(json, Block.class);
        } catch (MalformedJson e) {
            throw new IOException("a node answered with something else than a block: " + e.getMessage(), e);
        }
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    method + " " + path + " of a node answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
