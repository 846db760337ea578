package ingchain.node.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Asks the node on this machine something over HTTP and prints the answer, as curl would: for containers, in whose images
 * there often is no curl. Docker asks for {@code GET /health} with it, and its owner can mine or pay from inside.
 */
public final class Ask {
    private static final int DEFAULT_PORT = 8545;

    /** Mining a block can take a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Ask() {}

    /**
     * Exit code: 0 where the node does what was asked, 1 where it refuses or does not answer, 2 where this was called
     * wrongly.
     *
     * @param args method, path, and the body where there is one
     */
    public static void main(String[] args) throws InterruptedException {
        System.exit(ask(DEFAULT_PORT, args));
    }

    /** @param port of the node's HTTP API on this machine */
    static int ask(int port, String... args) throws InterruptedException {
        if (args.length < 2 || args.length > 3 || !args[1].startsWith("/")) {
            System.err.println("Ask with METHOD /PATH [BODY], such as: GET /health");
            return 2;
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + HttpApi.HOST + ":" + port + args[1]))
                .timeout(PATIENCE)
                .method(args[0], HttpRequest.BodyPublishers.ofString(args.length > 2 ? args[2] : ""))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            System.out.println(answer.body());
            return answer.statusCode() < 300 ? 0 : 1;
        } catch (IOException e) {
            System.err.println("No node answers on port " + port + " of this machine.");
            return 1;
        }
    }
}
