package ingchain.node.message;

/** Message {@code getPeers}: a request for addresses of peers. */
public record GetPeers() {
    /** The message's type. */
    public static final String TYPE = "getPeers";
}
