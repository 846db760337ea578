package ingchain.node.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.regex.Pattern;

/**
 * Who may use the HTTP API: programs on this machine. A web page from elsewhere runs on this machine, too, in its
 * owner's browser, and could have the browser spend the coins of the wallet here. Browsers say where a page comes from
 * (Origin) and what name they looked up (Host), and a page cannot change either.
 */
final class Visitors {
    private static final Pattern THIS_MACHINE = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private Visitors() {}

    /** @throws ForbiddenResponse where the request comes from a page that this node did not send */
    static void check(Context request) {
        String host = request.header("Host");
        if (host == null || !THIS_MACHINE.matcher(host).matches()) {
            throw new ForbiddenResponse(
                    "This API is for programs on its own machine. Call it as " + HttpApi.HOST + ".");
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse(
                    "This API is not for pages from elsewhere. Call it from a program, such as curl.");
        }
    }
}
