package ingchain.node.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Asks the node on this machine something over HTTP and prints the answer, as curl would: for containers, in whose images
 * there often is no curl. Docker asks for {@code GET /health} with it, and its owner can mine or pay from inside.
 */
public final class Ask {
    private static final int DEFAULT_PORT = 8545;

    /** Mining a block can take a while. */
    private static final int PATIENCE_MILLIS = 2 * 60_000;

    private Ask() {}

    /**
     * Exit code: 0 where the node does what was asked, 1 where it refuses or does not answer, 2 where this was called
     * wrongly.
     *
     * @param args method, path, and the body where there is one
     */
    public static void main(String[] args) {
        System.exit(ask(DEFAULT_PORT, args));
    }

    /** @param port of the node's HTTP API on this machine */
    static int ask(int port, String... args) {
        if (args.length < 2 || args.length > 3 || !args[1].startsWith("/")) {
            return wrongly();
        }
        byte[] body = (args.length > 2 ? args[2] : "").getBytes(StandardCharsets.UTF_8);
        try {
            // Java's newer client takes half a second to start, too much for who asks every few seconds.
            HttpURLConnection node = (HttpURLConnection) URI.create("http://" + HttpApi.HOST + ":" + port + args[1])
                    .toURL()
                    .openConnection(Proxy.NO_PROXY);
            node.setRequestMethod(args[0]);
            node.setReadTimeout(PATIENCE_MILLIS);
            if (!args[0].equals("GET")) { // a GET that was given a body would become a POST
                node.setDoOutput(true);
                node.setRequestProperty("Content-Type", "application/json");
                node.setFixedLengthStreamingMode(body.length); // or it might ask a second time, and mine a second block
                try (OutputStream out = node.getOutputStream()) {
                    out.write(body);
                }
            }
            boolean done = node.getResponseCode() < 300;
            try (InputStream answer = done ? node.getInputStream() : node.getErrorStream()) {
                System.out.println(answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8));
            }
            return done ? 0 : 1;
        } catch (ProtocolException | IllegalArgumentException e) {
            return wrongly(); // no such method, or no such path
        } catch (IOException e) {
            System.err.println("No node answers on port " + port + " of this machine.");
            return 1;
        }
    }

    private static int wrongly() {
        System.err.println("Ask with METHOD /PATH [BODY], such as: GET /health");
        return 2;
    }
}
