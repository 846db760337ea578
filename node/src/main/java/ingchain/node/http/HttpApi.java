package ingchain.node.http;

import ingchain.json.Json;
import ingchain.node.Node;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JsonMapper;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.BindException;
import java.util.Map;

/**
 * The article's App: the node's owner talks to it over HTTP, with what {@link Routes} offers. Only programs on this
 * machine reach it, see {@link Visitors}. Whatever goes wrong is answered with {@code {"error": "a sentence that says
 * what to do"}}.
 */
public final class HttpApi implements AutoCloseable {
    /** Where it listens unless somebody wants it otherwise, whatever the peers use. */
    public static final String HOST = "127.0.0.1";

    /** Longest body of a request, in bytes. The longest that is of any use, a receipt, has less than 1000. */
    public static final int MAX_BODY_BYTES = 64 * 1024;

    private final Javalin app;
    private final EventStreams streams;

    /** An API that does not listen yet. */
    public HttpApi(Node node) {
        Routes routes = new Routes(node);
        streams = new EventStreams(node.events());
        app = Javalin.create(config -> {
            configure(config);
            config.routes.before(Visitors::check);
            routes.addTo(config.routes);
            config.routes.get("/events", streams::listen);
            config.routes.get("/metrics", request -> Metrics.answer(request, node));
            config.routes.get("/health", request -> Health.answer(request, node));
            config.routes.exception(HttpResponseException.class, HttpApi::refuse);
            config.routes.exception(Exception.class, HttpApi::fail);
        });
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.router.ignoreTrailingSlashes = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new SentenceErrors()));
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new SentenceErrors()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.router.javaLangErrorHandler((response, error) -> response.setStatus(500));
        config.jsonMapper(new JsonMapper() {
            @Override
            public String toJsonString(Object value, Type type) {
                return Json.write(value);
            }
        });
    }

    private static void refuse(HttpResponseException refusal, Context request) {
        String sentence = switch (refusal.getStatus()) {
            case 404 -> "There is no " + request.method() + " " + request.path() + ". There are " + Routes.ALL + ".";
            case 405 ->
                request.path() + " cannot be asked with " + request.method() + ". There are " + Routes.ALL + ".";
            case 413 -> "The body is too long. Send at most " + MAX_BODY_BYTES + " bytes.";
            default -> refusal.getMessage();
        };
        request.status(refusal.getStatus()).json(Map.of("error", sentence));
    }

    private static void fail(Exception failure, Context request) {
        request.status(500).json(Map.of("error", "This node could not do that: " + failure.getMessage()));
    }

    /**
     * Starts to answer.
     *
     * @param host the address to listen on
     * @param port 0 takes a free one
     * @return the port that is really listened on
     * @throws IOException where it cannot listen there
     */
    public int listen(String host, int port) throws IOException {
        try {
            return app.start(host, port).port();
        } catch (JavalinBindException e) {
            app.stop();
            throw new BindException(e.getMessage());
        }
    }

    @Override
    public void close() {
        streams.close();
        app.stop();
    }
}
