package ingchain.cli.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A full node in a process of its own, spoken to over HTTP. */
public final class RunningNode implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready p2p=(\\S+) http=(\\S+)");
    private static final String SCHEME = "http://";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int START_SECONDS = 30;

    private final String name;
    private final ChildProcess process;
    private final HttpClient http;
    private final String p2p;
    private final String url;

    /** The newest block of a node's chain. */
    record Tip(int height, String hash) {}

    /**
     * Starts a node on free ports and waits until it is ready.
     *
     * @param name for the user
     * @param options besides the ports
     * @throws Failure where it does not get ready
     */
    public RunningNode(String name, FullNode node, HttpClient http, List<String> options)
            throws IOException, InterruptedException {
        this.name = name;
        this.http = http;
        CompletableFuture<Matcher> ready = new CompletableFuture<>();
        List<String> all = new ArrayList<>(List.of("--port", "0", "--http", "0"));
        all.addAll(options);
        process = node.start(all, line -> {
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                ready.complete(matcher);
            }
        });
        try {
            Matcher addresses = ready.get(START_SECONDS, TimeUnit.SECONDS);
            p2p = addresses.group(1);
            url = SCHEME + addresses.group(2);
        } catch (TimeoutException | ExecutionException e) {
            process.close();
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("demo.not-ready", name, START_SECONDS));
        }
    }

    String name() {
        return name;
    }

    /** HOST:PORT for its peers. */
    String p2p() {
        return p2p;
    }

    /** HOST:PORT for its owner. */
    public String http() {
        return url.substring(SCHEME.length());
    }

    Tip tip() throws IOException, InterruptedException {
        JsonObject block = send(request("/chain/latest").GET());
        return new Tip(block.get("height").getAsInt(), block.get("hash").getAsString());
    }

    /** Makes an account and mines a block for it. */
    void mine() throws IOException, InterruptedException {
        JsonObject account = send(request("/accounts").PUT(HttpRequest.BodyPublishers.noBody()));
        JsonObject body = new JsonObject();
        body.add("account", account.get("account"));
        send(request("/mineBlock")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    }

    private JsonObject send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        try {
            if (response.statusCode() < 300 && JsonParser.parseString(response.body()) instanceof JsonObject object) {
                return object;
            }
        } catch (JsonParseException e) {
            // told below
        }
        throw new IOException(request.method() + " " + request.uri().getPath() + " of " + name + " answered "
                + response.statusCode() + ": " + response.body());
    }

    @Override
    public void close() {
        process.close();
    }
}
