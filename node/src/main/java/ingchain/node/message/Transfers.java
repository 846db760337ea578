package ingchain.node.message;

import ingchain.transaction.Transaction;
import java.util.List;

/**
 * Message {@code transfers}: what waits in the sender's pool, for a peer that is new.
 *
 * @param transfers 1 to {@value #MOST}
 */
public record Transfers(List<Transaction> transfers) {
    /** The message's type. */
    public static final String TYPE = "transfers";

    /** Most transfers in one message; checking their signatures takes a fraction of a second. */
    public static final int MOST = 100;

    /** @throws IllegalArgumentException where there are none or too many */
    public Transfers {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty() || transfers.size() > MOST) {
            throw new IllegalArgumentException("one message has 1 to " + MOST + " transfers");
        }
    }
}
