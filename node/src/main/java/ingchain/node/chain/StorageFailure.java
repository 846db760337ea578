package ingchain.node.chain;

/** What is stored cannot be read or written. The message is for the node's owner: what is wrong, and what to do. */
public final class StorageFailure extends RuntimeException {
    /** @param message one or more sentences */
    public StorageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
