package ingchain.node.message;

import ingchain.program.HostPort;
import java.util.List;

/**
 * Message {@code peers}: the answer to {@link GetPeers}.
 *
 * @param addresses HOST:PORT of each; {@value #MOST} at the most
 */
public record Peers(List<String> addresses) {
    /** The message's type. */
    public static final String TYPE = "peers";

    /** Most addresses in one answer: four times as many as a node calls. */
    public static final int MOST = 32;

    /** @throws IllegalArgumentException where there are too many, or one is none */
    public Peers {
        addresses = List.copyOf(addresses);
        if (addresses.size() > MOST) {
            throw new IllegalArgumentException("an answer has at most " + MOST + " addresses");
        }
        addresses.forEach(HostPort::parse);
    }
}
