package ingchain.cli.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows the site to browsers on this computer, and to nobody else. */
public final class DocsServer implements AutoCloseable {
    /** By any other name the request comes from a page of a stranger, whose own name leads to this computer. */
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "jpg", "image/jpeg",
            "gif", "image/gif",
            "webp", "image/webp");
    /** Diagrams bring their style with them; everything else is loaded from here or not at all. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:";

    private final HttpServer server;
    private final Site site;

    private DocsServer(HttpServer server, Site site) {
        this.server = server;
        this.site = site;
    }

    /**
     * Begins to answer on 127.0.0.1.
     *
     * @param port 0 takes a free one
     * @throws Failure where another program has the port
     */
    public static DocsServer start(Site site, int port) throws IOException {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            DocsServer docs = new DocsServer(HttpServer.create(here, 0), site);
            docs.server.createContext("/", docs::answer);
            docs.server.start();
            return docs;
        } catch (BindException e) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("docs.port-taken", port));
        }
    }

    /** The address of the first page, with a slash at its end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            String method = exchange.getRequestMethod();
            if (!LOOPBACK.matcher(host).matches()) {
                send(exchange, 403, TEXT, text("docs.not-loopback"));
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, TEXT, text("docs.only-get"));
            } else {
                page(exchange);
            }
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String address = path.replaceFirst("^/", "") + (path.endsWith("/") ? Addresses.INDEX : "");
        Optional<byte[]> file = site.file(address);
        if (file.isPresent()) {
            String kind = address.substring(address.lastIndexOf('.') + 1);
            send(exchange, 200, TYPES.getOrDefault(kind, TEXT), file.get());
        } else if (site.addresses().contains(address + "/" + Addresses.INDEX)) {
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getRawPath() + "/");
            send(exchange, 301, TEXT, new byte[0]);
        } else {
            send(exchange, 404, TEXT, text("docs.no-page"));
        }
    }

    private byte[] text(String key) {
        return (Texts.of(key, address()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, headOnly || body.length == 0 ? -1 : body.length);
        if (!headOnly && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
