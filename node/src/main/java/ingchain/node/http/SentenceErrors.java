package ingchain.node.http;

import ingchain.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is so wrong that it never comes to a route, such as bytes that are no HTTP, in the form of all our
 * errors.
 */
final class SentenceErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int status, String reason, Throwable cause, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, body(status, reason), callback);
    }

    private static ByteBuffer body(int status, String reason) {
        String sentence = "This request cannot be read (" + status + (reason == null ? "" : ", " + reason)
                + "). Send plain HTTP/1.1, as curl does.";
        return ByteBuffer.wrap(Json.write(Map.of("error", sentence)).getBytes(StandardCharsets.UTF_8));
    }
}
