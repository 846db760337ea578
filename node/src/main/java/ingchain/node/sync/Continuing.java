package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.consensus.InvalidBlock;
import ingchain.node.chain.Intake;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;
import java.util.List;

/**
 * Takes blocks that continue our chain, each as it comes. Each adds work to ours, so the branch is better at every
 * moment, and there is nothing to be held back.
 */
final class Continuing implements Stage {
    /** Answers in a row that hold nothing new; some do where another peer was faster. */
    private static final int MOST_IDLE_ANSWERS = 3;

    private final Download download;
    private final GetBlocks first;
    private int idleAnswers;

    Continuing(Download download) {
        this.download = download;
        this.first = GetBlocks.above(download.ours());
    }

    @Override
    public GetBlocks first() {
        return first;
    }

    @Override
    public GetBlocks next(Blocks answer) {
        return answer.more() ? Download.after(answer, false) : null;
    }

    @Override
    public Stage take(Blocks answer) throws InvalidBlock, Offence {
        idleAnswers++;
        for (Block block : answer.blocks()) {
            Intake.Outcome outcome = download.intake().take(block);
            if (outcome == Intake.Outcome.NOT_NEXT) {
                return whereItLeaves(block);
            }
            if (outcome == Intake.Outcome.TOO_EARLY && download.isTooEarly(block)) {
                return null;
            }
            if (outcome == Intake.Outcome.APPENDED) {
                idleAnswers = 0;
                download.grown();
            }
        }
        return answer.more() && idleAnswers < MOST_IDLE_ANSWERS ? this : null;
    }

    /** Its chain leaves ours below this block; or ours has just changed, and then it is time to look again. */
    private Stage whereItLeaves(Block block) throws Offence {
        List<Block> ours = download.ours();
        int fork = block.height() - 1;
        if (fork < 1 || fork > ours.size()) {
            throw new Offence(Rule.PROTOCOL, "it sends blocks that do not follow those that were named");
        }
        return ours.get(fork - 1).hash().equals(block.previousHash()) ? new Proving(download, ours, fork) : null;
    }
}
