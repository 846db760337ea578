package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.message.MessageData;
import ingchain.message.ProtocolException;
import ingchain.node.chain.Ledger;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import ingchain.node.message.NewBlock;
import ingchain.node.message.Transfers;
import ingchain.node.relay.Known;
import ingchain.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;

/**
 * How we talk to a node like this one: at once, and about nothing that it has already. A new block goes to it in full
 * where it has the one below; otherwise it is told where we stand, and asks for what it lacks. It never gets our whole
 * chain.
 */
final class FellowTalk implements Talk {
    /**
     * Time before a peer hears that we have the block that it sent us, in milliseconds. While blocks come quickly, the
     * next one tells it.
     */
    static final int PAUSE_MILLIS = 200;

    private final Wire wire;
    private final Ledger ledger;
    private final Desk desk;
    private final Known blocks;
    private final Known transfers;
    private int owed; // answers to latestBlock
    private boolean tellsLater;
    private String told; // the hash of the tip that it heard of last, or null

    /**
     * @param blocks those that the peer has
     * @param transfers those that the peer has
     */
    FellowTalk(Wire wire, Ledger ledger, Desk desk, Known blocks, Known transfers) {
        this.wire = wire;
        this.ledger = ledger;
        this.desk = desk;
        this.blocks = blocks;
        this.transfers = transfers;
    }

    /** Says where we stand and what waits here, to a peer that is new. */
    void meet(List<Transaction> waiting) {
        tellTip(ledger.page());
        List<Transaction> news = new ArrayList<>();
        for (Transaction transfer : waiting) {
            if (transfers.add(transfer.hash())) {
                news.add(transfer);
            }
            if (news.size() == Transfers.MOST) {
                wire.send(Envelope.write(Transfers.TYPE, new Transfers(news)));
                news.clear();
            }
        }
        if (!news.isEmpty()) {
            wire.send(Envelope.write(Transfers.TYPE, new Transfers(news)));
        }
    }

    @Override
    public void say(String message) {
        switch (MessageType.of(message)) {
            case "allBlock" -> sayTip();
            case "receivedTransaction" -> sayTransfer(message);
            case "receivedChain" -> {
                // The steps would bring it up to date with our whole chain. It knows where we stand, and asks.
            }
            default -> wire.send(message);
        }
    }

    /** An answer, where it has asked; otherwise news, where it is news. */
    private void sayTip() {
        Ledger.Page page = ledger.page();
        Block tip = page.tip();
        if (owed > 0) {
            owed--;
            wire.send(MessageData.of("allBlock", tip).toJson());
        } else if (blocks.contains(tip.hash())) {
            tellLater();
        } else if (blocks.contains(tip.previousHash())) {
            blocks.add(tip.hash());
            told = tip.hash();
            wire.send(Envelope.write(NewBlock.TYPE, NewBlock.of(tip, page.work())));
        } else {
            tellTip(page);
        }
    }

    private void tellLater() {
        if (!tellsLater) {
            tellsLater = true;
            desk.later(PAUSE_MILLIS, () -> {
                tellsLater = false;
                tellTip(ledger.page());
            });
        }
    }

    private void tellTip(Ledger.Page page) {
        if (!page.tip().hash().equals(told)) {
            told = page.tip().hash();
            wire.send(Envelope.write(Claim.TYPE, page.claim()));
        }
    }

    private void sayTransfer(String message) {
        try {
            Transaction transfer = Json.read(MessageData.parse(message).payload(), Transaction.class);
            if (transfers.add(transfer.hash())) {
                wire.send(Envelope.write(Transfers.TYPE, new Transfers(List.of(transfer))));
            }
        } catch (ProtocolException | MalformedJson e) {
            throw new IllegalArgumentException(e.getMessage() + ": " + message, e);
        }
    }

    @Override
    public void ask() {
        wire.send(Greeting.TEXT);
    }

    @Override
    public void heard(Heard message) {
        if (message.subject() == Heard.Subject.QUESTION) {
            owed++;
        }
    }
}
