package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
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
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<NodePeer, Claim> fruitless = new HashMap<>();
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
            fruitless.remove(peer);
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
        best().ifPresent(peer -> {
            current = new Download(peer, peer.claim(), tools);
            current.start();
            watch(current);
        });
    }

    private Optional<NodePeer> best() {
        Ledger.Page ours = ledger.page();
        Comparator<NodePeer> order = tools.forkChoice() == ForkChoice.LONGEST
                ? Comparator.comparingInt(peer -> peer.claim().height())
                : Comparator.comparing(peer -> new BigInteger(peer.claim().work()));
        return peers.get().stream().filter(peer -> isWorthAsking(peer, ours)).max(order);
    }

    private boolean isWorthAsking(NodePeer peer, Ledger.Page ours) {
        Claim claim = peer.claim();
        return claim != null
                && !claim.equals(fruitless.get(peer))
                && claim.beats(ours.blocks().size(), ours.work(), tools.forkChoice());
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
            hasGrown |= download.takeGrown();
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
        Claim claim = download.claim();
        if (claim.equals(download.peer().claim()) && isWorthAsking(download.peer(), ledger.page())) {
            fruitless.put(download.peer(), claim);
            thread.later(AGAIN_MILLIS, () -> {
                fruitless.remove(download.peer(), claim);
                startNext();
            });
        }
        current = null;
        startNext();
    }

    private void end(Download download, Offence offence) {
        hasGrown |= download.takeGrown();
        tell();
        current = null;
        discipline.drop(download.peer(), offence);
        fruitless.put(download.peer(), download.claim());
        startNext();
    }

    @Override
    public void close() {
        thread.close();
    }
}
