package ingchain.node.sync;

import ingchain.consensus.InvalidBlock;
import ingchain.node.limits.Offence;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;

/** A part of a download. It asks, and takes one answer after the other. */
interface Stage {
    /** What to ask first. */
    GetBlocks first();

    /**
     * What to ask next, before this answer is looked at: while we check its blocks, the peer gets the next ones ready.
     *
     * @return null where there is nothing more to ask
     */
    GetBlocks next(Blocks answer);

    /**
     * Takes an answer.
     *
     * @return the stage that goes on from here: this one, another, or null where there is none
     * @throws InvalidBlock where a block breaks a rule
     * @throws Offence where the peer breaks another
     */
    Stage take(Blocks answer) throws InvalidBlock, Offence;
}
