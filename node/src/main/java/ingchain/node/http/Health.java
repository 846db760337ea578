package ingchain.node.http;

import ingchain.node.Node;
import io.javalin.http.Context;
import java.util.Map;

/** Tells whoever looks after the process, such as Docker, whether it is of use: 200 where it is, 503 where it is not. */
final class Health {
    private Health() {}

    static void answer(Context request, Node node) {
        boolean healthy = node.isHealthy();
        request.status(healthy ? 200 : 503)
                .json(Map.of(
                        "status",
                        healthy ? "ok" : "nothing can be stored",
                        "height",
                        node.stored().blocks().size(),
                        "peers",
                        node.peers().size()));
    }
}
