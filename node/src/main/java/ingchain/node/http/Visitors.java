package ingchain.node.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Who may use the HTTP API, and for what.
 *
 * <p>The attack: you read a web page from elsewhere. It runs on your machine, in your browser, and has the browser call
 * the node there and spend the coins of the wallet. Browsers say where a page comes from (Origin) and what name they
 * looked up (Host), and a page cannot change either; the name matters because its owner can let it point to 127.0.0.1
 * once the page is loaded. So a request with an origin must come from a page of this node, and the host must be an
 * address, which nobody can let point elsewhere, or localhost.
 *
 * <p>Where the API listens for other machines, too, these can only look: whoever could mine, pay or make accounts from
 * there would do so with our wallet, and private keys go to this machine only.
 */
final class Visitors {
    private static final Pattern NAMELESS =
            Pattern.compile("(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");

    private Visitors() {}

    /** @throws ForbiddenResponse where the request is not for this visitor */
    static void check(Context request) {
        String host = request.header("Host");
        if (host == null || !NAMELESS.matcher(host).matches()) {
            throw new ForbiddenResponse("This API is called by its address. Call it as " + HttpApi.HOST + ".");
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse(
                    "This API is not for pages from elsewhere. Call it from a program, such as curl.");
        }
        if (!onlyLooks(request) && !isOnThisMachine(request.ip())) {
            throw new ForbiddenResponse(
                    "From other machines one can only look. Mine, pay and make accounts on the node's own machine.");
        }
    }

    private static boolean onlyLooks(Context request) {
        return switch (request.method().name()) {
            case "GET", "HEAD" -> true;
            case "POST" -> request.path().equals("/getBalance");
            default -> false;
        };
    }

    private static boolean isOnThisMachine(String ip) {
        try {
            return InetAddress.getByName(ip).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
