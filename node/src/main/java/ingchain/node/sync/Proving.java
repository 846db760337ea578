package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.node.chain.HeaderBranch;
import ingchain.node.chain.Work;
import ingchain.node.limits.Offence;
import ingchain.node.limits.Rule;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;
import java.math.BigInteger;
import java.util.List;

/** Takes the headers of a branch that leaves our chain, until they show that it is better. See {@link HeaderBranch}. */
final class Proving implements Stage {
    private final Download download;
    private final List<Block> ours;
    private final HeaderBranch branch;

    /** @param fork the height of the last block of ours that the branch has, too */
    Proving(Download download, List<Block> ours, int fork) {
        this.download = download;
        this.ours = ours;
        this.branch = new HeaderBranch(ours, fork);
    }

    @Override
    public GetBlocks first() {
        return GetBlocks.after(ours.get(branch.fork() - 1).hash(), true);
    }

    @Override
    public GetBlocks next(Blocks answer) {
        boolean full = branch.size() - branch.fork() + answer.blocks().size() >= HeaderBranch.MOST_HEADERS;
        return answer.more() && !full ? Download.after(answer, true) : null;
    }

    @Override
    public Stage take(Blocks answer) throws InvalidBlock, Offence {
        boolean asksOn = next(answer) != null;
        for (Block header : answer.blocks()) {
            if (download.isTooEarly(header)) {
                return null;
            }
            if (!branch.isFull()) {
                branch.append(header);
            }
        }
        if (asksOn) {
            return this;
        }
        if (branch.headers().isEmpty()) {
            return null;
        }
        if (download.reorganisation().isBetter(branch.fork(), branch.headers())) {
            return new Fetching(download, branch);
        }
        if (!answer.more()) {
            checkClaim();
        }
        return null;
    }

    /** The peer has shown all that it has. It may be that ours has grown meanwhile; less than it claimed it must not be. */
    private void checkClaim() throws Offence {
        boolean shown = download.forkChoice() == ForkChoice.LONGEST
                ? branch.size() >= download.claim().height()
                : Work.of(ours.subList(0, branch.fork()))
                                .add(Work.of(branch.headers()))
                                .compareTo(new BigInteger(download.claim().work()))
                        >= 0;
        if (!shown) {
            throw new Offence(Rule.TRUE_CLAIMS, "its headers do not show the work that it claims");
        }
    }
}
