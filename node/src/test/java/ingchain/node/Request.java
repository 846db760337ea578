package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a node's HTTP API, as curl would. */
public final class Request {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;

    public Request(int port) {
        this.port = port;
    }

    /**
     * @param status of the answer
     * @param type its content type
     * @param body its text
     */
    public record Answer(int status, String type, String body) {
        public JsonElement json() {
            return JsonParser.parseString(body);
        }

        public String field(String name) {
            return json().getAsJsonObject().get(name).getAsString();
        }

        /** Refused with that status and a sentence, whatever was asked. */
        public void assertRefused(int refusal) {
            assertThat(status).isEqualTo(refusal);
            assertThat(type).startsWith("application/json");
            assertThat(json().getAsJsonObject().keySet()).containsExactly("error");
            assertThat(error()).endsWith(".").doesNotContain("Exception", "\tat ", "java.");
        }

        /** The sentence of an error. */
        public String error() {
            return field("error");
        }
    }

    public Answer get(String path) throws Exception {
        return send("GET", path, "");
    }

    public Answer post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
