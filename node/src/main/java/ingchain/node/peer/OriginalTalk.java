package ingchain.node.peer;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.message.MessageData;
import ingchain.node.chain.Ledger;
import ingchain.node.message.Greeting;
import ingchain.node.message.MessageType;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * How we talk to a peer that runs the original program, or of which we do not know better yet: one message at a time,
 * at the {@link Pace} that it survives.
 *
 * <p>What the steps want sent is not put in a queue, because by the time that its turn comes it may be out of date. It
 * is noted that the peer wants our tip, say, and what to send is worked out when something can be sent. Before each
 * statement that it has not asked for, we ask for its latest block: the answer says where it stands, and that it is
 * listening.
 *
 * <p>The article's original appends the next block and can do nothing else. It is brought up to date block by block, as
 * long as it is on our branch; where it is not, nobody can help it. The later original answers a block that does not
 * fit with its whole chain; so it knows what a chain is, and gets ours.
 */
final class OriginalTalk implements Talk {
    /** Transfers that wait for their turn. Somebody who sends more than these is not to fill our memory. */
    static final int MAX_TRANSFERS = 100;

    /** Answers that we owe. An original asks once for each connection. */
    private static final int MAX_OWED = 16;

    private final Wire wire;
    private final Ledger ledger;
    private final Pace pace;
    private final Queue<String> transfers = new ArrayDeque<>();
    private boolean met;
    private String greeting; // until it is sent
    private int owed; // answers to latestBlock
    private boolean tipWanted; // the steps want our tip sent
    private Tip theirs; // the peer's latest block, or null where we do not know
    private boolean showedHigher; // our last message was a block above theirs
    private final NextBlock nextBlock = new NextBlock();
    private final WholeChain wholeChain = new WholeChain();
    private Shown lastShown;

    /** Which of our blocks was shown to a peer at which of its own. */
    private record Shown(Tip ours, Tip theirs) {}

    OriginalTalk(Wire wire, Ledger ledger, Desk desk) {
        this.wire = wire;
        this.ledger = ledger;
        this.pace = new Pace(desk, this::next);
    }

    /** Transfers that are still to be sent, for whoever talks to the peer from now on. */
    Queue<String> unsent() {
        return transfers;
    }

    @Override
    public void say(String message) {
        switch (MessageType.of(message)) {
            case "latestBlock" -> greeting = message;
            case "allBlock" -> tipWanted = true;
            case "receivedTransaction" -> {
                if (transfers.size() < MAX_TRANSFERS) {
                    transfers.add(message);
                }
            }
            default -> {
                // A chain: catchUp() finds out by itself when to send one. An original knows no other types.
            }
        }
        next();
    }

    @Override
    public void ask() {
        if (pace.isOpen()) {
            ask(Greeting.TEXT);
        }
    }

    @Override
    public void heard(Heard message) {
        if (!met) {
            met = true;
            pace.met();
        }
        switch (message.subject()) {
            case QUESTION -> owed = Math.min(MAX_OWED, owed + 1);
            case BLOCK -> heardBlock(message.tip());
            case CHAIN -> {
                wholeChain.isKnown();
                learn(message.tip());
            }
            default -> {}
        }
    }

    /** Not sooner: the steps may have taken the block, and then our tip is another. */
    @Override
    public void taken(Heard message) {
        next();
    }

    private void heardBlock(Tip tip) {
        boolean expected = theirs == null || theirs.equals(tip) || tip != null && tip.equals(nextBlock.offered());
        boolean asked = pace.answered();
        if (!asked && showedHigher && theirs != null && theirs.equals(tip)) {
            // Shown a higher block, it repeats its own, and so asks for more. No original does that: this is a program
            // of the steps.
            wholeChain.isReadWhole();
        }
        learn(tip);
        if (asked && !expected) {
            // Perhaps no answer but the news of a block that it has just mined, with our question unread behind it.
            pace.said();
        }
    }

    private void learn(Tip tip) {
        if (tip == null) {
            return;
        }
        if (!tip.equals(theirs)) {
            nextBlock.forget();
        }
        theirs = tip;
    }

    /** Sends what is to be sent next, if anything is and may be. */
    private void next() {
        if (!pace.isOpen()) {
            return;
        }
        if (greeting != null) {
            ask(greeting);
            greeting = null;
            return;
        }
        if (pace.isMute() && nextBlock.offered() != null) {
            learn(nextBlock.offered()); // it does not tell, so take it that it has appended what it got
        }
        Runnable statement = statement();
        if (statement == null) {
            return;
        }
        if (owed > 0 || pace.isFresh() || pace.isMute()) {
            statement.run();
            pace.said();
        } else {
            ask(Greeting.TEXT);
        }
    }

    private void ask(String question) {
        showedHigher = false;
        wire.send(question);
        pace.asked();
    }

    /** What to do next, or null where everything is said. */
    private Runnable statement() {
        List<Block> ours = ledger.blocks();
        Block tip = ours.get(ours.size() - 1);
        if (owed > 0) {
            return () -> {
                owed--;
                showTip(tip);
            };
        }
        boolean isBehind = theirs != null && theirs.height() < tip.height();
        if (tipWanted && !(isBehind && theirs.isIn(ours)) && !new Shown(Tip.of(tip), theirs).equals(lastShown)) {
            return () -> showTip(tip);
        }
        tipWanted = false;
        Runnable catchUp = isBehind ? catchUp(ours) : null;
        return catchUp == null && !transfers.isEmpty() ? () -> wire.send(transfers.remove()) : catchUp;
    }

    private void showTip(Block tip) {
        tipWanted = false;
        lastShown = new Shown(Tip.of(tip), theirs);
        // The article's original looks at a block's height, not at what it stands on. Where our tip would seem to be
        // next on its branch and is not, it gets a block that it is sure to drop. The later original answers that one,
        // too.
        boolean misleads = theirs != null
                && tip.height() == theirs.height() + 1L
                && !tip.previousHash().equals(theirs.hash());
        show(misleads ? Genesis.BLOCK : tip);
    }

    private void show(Block block) {
        showedHigher = theirs != null && block.height() > theirs.height();
        if (theirs != null && block.previousHash().equals(theirs.hash())) {
            nextBlock.offer(block);
        }
        wire.send(MessageData.of("allBlock", block).toJson());
    }

    private Runnable catchUp(List<Block> ours) {
        String chain = wholeChain.message(ours);
        if (chain != null) {
            return () -> {
                showedHigher = false;
                wholeChain.wasSent(ours);
                wire.send(chain);
            };
        }
        if (!theirs.isIn(ours)) {
            return null;
        }
        Block next = ours.get(theirs.height());
        return nextBlock.isInVain(next) ? null : () -> show(next);
    }
}
