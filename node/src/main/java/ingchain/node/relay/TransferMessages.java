package ingchain.node.relay;

import ingchain.Ingchain;
import ingchain.message.MessageData;
import ingchain.message.ProtocolException;
import ingchain.node.limits.Offence;
import ingchain.node.limits.PoolKeeper;
import ingchain.node.limits.Rule;
import ingchain.node.message.Envelope;
import ingchain.node.message.Transfers;
import ingchain.node.peer.NodePeer;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import java.util.function.Consumer;

/** Takes what waits in the pool of a peer that we have just met, and passes on what is new. */
public final class TransferMessages {
    private final Ingchain ingchain;
    private final PoolKeeper keeper;
    private final Consumer<String> broadcast;

    /** @param broadcast sends a text to every peer */
    public TransferMessages(Ingchain ingchain, PoolKeeper keeper, Consumer<String> broadcast) {
        this.ingchain = ingchain;
        this.keeper = keeper;
        this.broadcast = broadcast;
    }

    /** Message {@code transfers}; see {@link ingchain.node.peer.FellowHandler}. */
    public void transfers(NodePeer peer, String message) throws ProtocolException, Offence {
        for (Transaction transfer :
                Envelope.payload(message, Transfers.TYPE, Transfers.class).transfers()) {
            peer.hasTransfer(transfer.hash());
            if (keeper.hasRoomFor(transfer.txIns().size()) && !ingchain.pool().contains(transfer)) {
                take(peer, transfer);
            }
        }
    }

    private void take(NodePeer peer, Transaction transfer) throws Offence {
        try {
            ingchain.chain().rules().checkAlone(transfer);
        } catch (InvalidTransaction e) {
            throw new Offence(Rule.VALID_TRANSFERS, e.getMessage());
        }
        try {
            if (ingchain.pool().add(transfer)) {
                peer.wasUseful();
                broadcast.accept(MessageData.of("receivedTransaction", transfer).toJson());
            }
        } catch (InvalidTransaction e) {
            // No offence: it takes a coin that is spent or unknown here, and the peer may know a block that we do not.
        }
    }
}
