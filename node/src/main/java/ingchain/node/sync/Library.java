package ingchain.node.sync;

import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.node.chain.Ledger;
import ingchain.node.message.Blocks;
import ingchain.node.message.GetBlocks;
import java.util.ArrayList;
import java.util.List;

/** Gives peers the blocks that they ask for, some hundred at a time. */
final class Library {
    private final Chain chain;
    private final Ledger ledger;

    Library(Chain chain, Ledger ledger) {
        this.chain = chain;
        this.ledger = ledger;
    }

    Blocks answer(GetBlocks request) {
        List<Block> ours = ledger.blocks();
        int height = commonHeight(ours, request.locator());
        List<Block> above = height == 0 ? List.of() : ours.subList(height, ours.size());
        List<Block> answer = request.headers() ? headers(above) : blocks(above);
        return new Blocks(answer, answer.size() < above.size());
    }

    /** 0 where none of these is in our chain: it has changed since the peer heard of them from us. */
    private int commonHeight(List<Block> ours, List<String> locator) {
        for (String hash : locator) {
            Block found = chain.find(hash);
            if (found != null
                    && found.height() <= ours.size()
                    && ours.get(found.height() - 1).hash().equals(hash)) {
                return found.height();
            }
        }
        return 0;
    }

    private static List<Block> headers(List<Block> blocks) {
        List<Block> headers = new ArrayList<>();
        for (Block block : blocks.subList(0, Math.min(blocks.size(), Blocks.MOST_HEADERS))) {
            headers.add(new Block(
                    block.version(),
                    block.height(),
                    block.timestamp(),
                    block.previousHash(),
                    block.merkleRoot(),
                    block.nonce(),
                    block.difficulty(),
                    List.of(),
                    null,
                    block.hash()));
        }
        return headers;
    }

    private static List<Block> blocks(List<Block> blocks) {
        int transactions = 0;
        int count = 0;
        while (count < blocks.size() && count < Blocks.MOST_BLOCKS && transactions < Blocks.MANY_TRANSACTIONS) {
            transactions += blocks.get(count).transactions().size();
            count++;
        }
        return blocks.subList(0, count);
    }
}
