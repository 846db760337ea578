package ingchain.bench.node;

import ingchain.bench.chain.LongChain;
import ingchain.block.Block;
import ingchain.consensus.ChainRules;
import ingchain.consensus.InvalidBlock;
import ingchain.json.Json;
import ingchain.node.Node;
import ingchain.node.NodeSettings;
import ingchain.transaction.TransactionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A long chain on disk: as a data folder, just as a node leaves it, and as a text.
 *
 * @param data for {@code --data}
 * @param json a file with the blocks
 * @param tip hash of the last block
 */
record LongNode(Path data, Path json, String tip) {
    /**
     * Makes such a chain.
     *
     * @param folder where to; must be empty
     * @param size how many blocks, the genesis block among them
     */
    static LongNode make(Path folder, int size) throws IOException {
        List<Block> blocks = LongChain.ofSize(size);
        Path data = folder.resolve("data-" + size);
        try (Node node = new Node(NodeSettings.DEFAULT.in(data))) {
            node.ingchain().chain().replace(blocks, new ChainRules(TransactionRules.STRICT).check(blocks));
            node.blocks(); // is stored when this returns
        } catch (InvalidBlock e) {
            throw new IllegalStateException("the chain for measurements is not valid", e);
        }
        Path json = Files.writeString(folder.resolve("chain-" + size + ".json"), Json.write(blocks));
        return new LongNode(data, json, blocks.get(size - 1).hash());
    }
}
