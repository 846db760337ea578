package ingchain.node.relay;

import ingchain.message.MessageData;
import ingchain.message.ProtocolException;
import ingchain.node.message.Envelope;
import ingchain.node.message.Transfers;
import ingchain.node.peer.NodePeer;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionPool;
import java.util.function.Consumer;

/** Takes what waits in the pool of a peer that we have just met, and passes on what is new. */
public final class TransferMessages {
    private final TransactionPool pool;
    private final Consumer<String> broadcast;

    /** @param broadcast sends a text to every peer */
    public TransferMessages(TransactionPool pool, Consumer<String> broadcast) {
        this.pool = pool;
        this.broadcast = broadcast;
    }

    /** Message {@code transfers}; see {@link ingchain.node.peer.FellowHandler}. */
    public void transfers(NodePeer peer, String message) throws ProtocolException {
        for (Transaction transfer :
                Envelope.payload(message, Transfers.TYPE, Transfers.class).transfers()) {
            peer.hasTransfer(transfer.hash());
            try {
                if (pool.add(transfer)) {
                    broadcast.accept(
                            MessageData.of("receivedTransaction", transfer).toJson());
                }
            } catch (InvalidTransaction e) {
                // No offence: the peer may know a block that we do not.
            }
        }
    }
}
