package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.consensus.InvalidBlock;
import ingchain.message.ProtocolException;
import ingchain.node.chain.Ledger;
import ingchain.node.limits.Discipline;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Blocks;
import ingchain.node.message.Claim;
import ingchain.node.message.Envelope;
import ingchain.node.message.GetBlocks;
import ingchain.node.peer.Desk;
import ingchain.node.peer.NodePeer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Brings us up to the best chain that peers of our kind claim to have: one {@link Download} at a time, from the peer that
 * claims the most. A peer that does not answer in time, or cannot show what it claims, is dropped, and the next one is
 * asked.
 *
 * <p>All of it happens on one thread. Answers are read on the thread of their connection, so the next one can be read
 * while the blocks of the last are checked here.
 */
public final class Sync implements AutoCloseable {
    /** After a download that led to nothing, time before the same claim is followed up again, in milliseconds. */
    private static final int AGAIN_MILLIS = 60_000;

    /** Time between two announcements while a download goes on, in milliseconds. */
    private static final int TELL_MILLIS = 1_000;

    private final Ledger ledger;
    private final Download.Tools tools;
    private final Supplier<? extends Collection<NodePeer>> peers;
    private final Discipline discipline;
    private final Desk thread;
    private final int answerMillis;
    private final Candidates candidates;
    private final Runnable announce;
    private boolean hasGrown; // since the last announcement
    private long announcedNanos;
    private Download current;

    /**
     * @param peers those that are connected
     * @param announce tells all peers of our tip
     * @param answerMillis how long an answer may take
     */
    Sync(
            Ledger ledger,
            Download.Tools tools,
            Supplier<? extends Collection<NodePeer>> peers,
            Discipline discipline,
            Desk thread,
            Runnable announce,
            int answerMillis) {
        this.announce = announce;
        this.ledger = ledger;
        this.tools = tools;
        this.candidates = new Candidates(tools.forkChoice());
        this.peers = peers;
        this.discipline = discipline;
        this.thread = thread;
        this.answerMillis = answerMillis;
    }

    /** A peer has made a claim. */
    public void consider() {
        thread.soon(this::startNext);
    }

    /** A peer has gone. */
    public void gone(NodePeer peer) {
        thread.soon(() -> {
            candidates.gone(peer);
            if (current != null && current.peer() == peer) {
                current = null;
            }
            startNext();
        });
    }

    private void startNext() {
        if (current != null) {
            return;
        }
        candidates.best(peers.get(), ledger.page()).ifPresent(peer -> {
            current = new Download(peer, peer.claim(), tools);
            current.start();
            watch(current);
        });
    }

    /** Drops a peer that lets us wait. */
    private void watch(Download download) {
        int requests = download.requests();
        thread.later(answerMillis, () -> {
            if (current != download) {
                return;
            }
            if (download.isWaiting() && download.requests() == requests) {
                end(download, new Offence(Rule.ANSWERS_IN_TIME, "it did not send the blocks that it was asked for"));
            }
        });
    }

    /** Message {@code blocks}; see {@link ingchain.node.peer.FellowHandler}. */
    void blocks(NodePeer peer, String message) throws ProtocolException, Offence {
        NodePeer.Asked asked = peer.answered();
        if (asked == null) {
            throw new Offence(Rule.ONLY_WHEN_ASKED, "it sends blocks that nobody asked for");
        }
        Blocks answer = Envelope.payload(message, Blocks.TYPE, Blocks.class);
        checkForm(asked.request(), answer);
        thread.soon(() -> take(asked.asker(), answer));
    }

    /** An answer that is not the last one is full: whoever sends one block at a time only keeps us from asking others. */
    private static void checkForm(GetBlocks request, Blocks answer) throws ProtocolException {
        List<Block> blocks = answer.blocks();
        if (answer.more() && !answer.isFull(request.headers())) {
            throw new ProtocolException("an answer that is not the last one is full");
        }
        if (!blocks.isEmpty() && !request.locator().contains(blocks.get(0).previousHash())) {
            throw new ProtocolException("the blocks of an answer follow one that was named");
        }
        for (int i = 1; i < blocks.size(); i++) {
            if (!blocks.get(i).previousHash().equals(blocks.get(i - 1).hash())) {
                throw new ProtocolException("the blocks of one answer stand on each other");
            }
        }
    }

    private void take(Object asker, Blocks answer) {
        if (current != asker) {
            return; // it was asked, and then something else came up
        }
        Download download = current;
        try {
            boolean goesOn = download.take(answer);
            noteGrowth(download);
            if (!goesOn) {
                finish(download);
            } else {
                watch(download);
                tellNowAndThen();
            }
        } catch (InvalidBlock e) {
            end(download, new Offence(Rule.VALID_BLOCKS, e.getMessage()));
        } catch (Offence e) {
            end(download, e);
        } catch (RuntimeException e) {
            current = null; // the steps have failed, and not the peer; the next claim is another try
            throw e;
        }
    }

    private void noteGrowth(Download download) {
        if (download.takeGrown()) {
            hasGrown = true;
            candidates.wasUseful(download.peer());
        }
    }

    /**
     * Lets peers that are behind us have what we have so far. Each time all of it is stored, and that takes less for many
     * blocks at once.
     */
    private void tellNowAndThen() {
        if (System.nanoTime() - announcedNanos > TimeUnit.MILLISECONDS.toNanos(TELL_MILLIS)) {
            tell();
        }
    }

    private void tell() {
        if (hasGrown) {
            hasGrown = false;
            announcedNanos = System.nanoTime();
            announce.run();
        }
    }

    private void finish(Download download) {
        tell();
        NodePeer peer = download.peer();
        Claim claim = download.claim();
        if (claim.beats(ledger.page().blocks().size(), ledger.page().work(), tools.forkChoice())) {
            boolean tooOften = candidates.ledToNothing(peer, claim);
            if (tooOften && !download.wasTooEarly()) {
                end(download, new Offence(Rule.TRUE_CLAIMS, "its claims have led to nothing again and again"));
                return;
            }
            thread.later(AGAIN_MILLIS, () -> {
                candidates.mayTryAgain(peer, claim);
                startNext();
            });
        }
        current = null;
        startNext();
    }

    private void end(Download download, Offence offence) {
        noteGrowth(download);
        tell();
        current = null;
        candidates.ledToNothing(download.peer(), download.claim());
        discipline.drop(download.peer(), offence);
        startNext();
    }

    @Override
    public void close() {
        thread.close();
    }
}
