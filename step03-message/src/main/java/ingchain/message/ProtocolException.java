package ingchain.message;

/** A peer sent what no peer may send; the message is a sentence that says which rule it broke. */
public final class ProtocolException extends Exception {
    /** @param rule what the peer broke, for a person */
    public ProtocolException(String rule) {
        super(rule);
    }
}
