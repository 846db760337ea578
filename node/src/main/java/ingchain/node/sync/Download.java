package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.node.chain.FutureRule;
import ingchain.node.chain.Intake;
import ingchain.node.chain.Reorganisation;
import ingchain.node.limits.Offence;
import ingchain.node.message.Blocks;
import ingchain.node.message.Claim;
import ingchain.node.message.GetBlocks;
import ingchain.node.peer.NodePeer;
import java.util.List;

/**
 * One conversation that brings us up to what a peer claims to have. It has one request open at most. Used on the thread
 * of {@link Sync} only.
 */
final class Download {
    /** What a download changes. */
    record Tools(
            Chain chain, ForkChoice forkChoice, FutureRule futureRule, Intake intake, Reorganisation reorganisation) {}

    private final NodePeer peer;
    private final Claim claim;
    private final Tools tools;
    private Stage stage;
    private GetBlocks open; // the request that waits for its answer, or null
    private boolean stale; // its answer is for a stage that has ended
    private int requests;
    private boolean grown;
    private boolean wasTooEarly;

    Download(NodePeer peer, Claim claim, Tools tools) {
        this.peer = peer;
        this.claim = claim;
        this.tools = tools;
    }

    void start() {
        enter(new Continuing(this));
    }

    private void enter(Stage next) {
        stage = next;
        if (open == null) {
            ask(next.first());
        } else {
            stale = true;
        }
    }

    private void ask(GetBlocks request) {
        open = request;
        requests++;
        peer.ask(request, this);
    }

    /**
     * Takes an answer.
     *
     * @return whether the download goes on
     */
    boolean take(Blocks answer) throws InvalidBlock, Offence {
        open = null;
        if (stale) {
            stale = false;
            ask(stage.first());
            return true;
        }
        GetBlocks next = stage.next(answer);
        if (next != null) {
            ask(next);
        }
        Stage follows = stage.take(answer);
        if (follows != null && follows != stage) {
            enter(follows);
        }
        return follows != null;
    }

    NodePeer peer() {
        return peer;
    }

    /** How many requests were made so far; tells whether one that was looked at before is still open. */
    int requests() {
        return requests;
    }

    /** Whether an answer is still to come. */
    boolean isWaiting() {
        return open != null;
    }

    Claim claim() {
        return claim;
    }

    List<Block> ours() {
        return tools.chain().blocks();
    }

    ForkChoice forkChoice() {
        return tools.forkChoice();
    }

    Intake intake() {
        return tools.intake();
    }

    Reorganisation reorganisation() {
        return tools.reorganisation();
    }

    boolean isTooEarly(Block block) {
        boolean tooEarly = tools.futureRule().isBroken(block);
        wasTooEarly |= tooEarly;
        return tooEarly;
    }

    /** Whether a block was dated too far ahead. */
    boolean wasTooEarly() {
        return wasTooEarly;
    }

    /** Our chain has changed. */
    void grown() {
        grown = true;
    }

    /** Whether our chain has changed since this was asked last. */
    boolean takeGrown() {
        boolean was = grown;
        grown = false;
        return was;
    }

    static GetBlocks after(Blocks answer, boolean headers) {
        List<Block> blocks = answer.blocks();
        return GetBlocks.after(blocks.get(blocks.size() - 1).hash(), headers);
    }
}
