package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.consensus.BlockRules;
import ingchain.consensus.InvalidBlock;
import ingchain.node.chain.HeaderBranch;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;
import java.util.ArrayList;
import java.util.List;

/** Fetches the blocks of a branch whose headers are better than ours, and follows it once all are there. */
final class Fetching implements Stage {
    private final Download download;
    private final HeaderBranch headers;
    private final List<Block> blocks = new ArrayList<>();

    Fetching(Download download, HeaderBranch headers) {
        this.download = download;
        this.headers = headers;
    }

    @Override
    public GetBlocks first() {
        return GetBlocks.after(headers.get(headers.fork() - 1).hash(), false);
    }

    @Override
    public GetBlocks next(Blocks answer) {
        boolean all =
                blocks.size() + answer.blocks().size() >= headers.headers().size();
        return all || answer.blocks().isEmpty() ? null : Download.after(answer, false);
    }

    @Override
    public Stage take(Blocks answer) throws InvalidBlock {
        List<Block> wanted = headers.headers();
        boolean asksOn = next(answer) != null;
        for (Block block : answer.blocks()) {
            if (blocks.size() == wanted.size()) {
                break;
            }
            if (!block.hash().equals(wanted.get(blocks.size()).hash())) {
                return null; // it has changed its mind meanwhile, and will say so
            }
            BlockRules.checkBlock(block);
            blocks.add(block);
        }
        if (asksOn) {
            return this;
        }
        if (blocks.size() == wanted.size() && download.reorganisation().follow(headers.fork(), blocks)) {
            download.grown();
        }
        return null;
    }
}
