package ingchain.transaction;

/** A transaction that breaks a rule; the message is a sentence that names it. */
public final class InvalidTransaction extends Exception {
    /** @param reason what is wrong, for a person */
    public InvalidTransaction(String reason) {
        super(reason);
    }
}
