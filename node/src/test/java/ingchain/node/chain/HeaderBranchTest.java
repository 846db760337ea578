package ingchain.node.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.block.Block;
import ingchain.consensus.InvalidBlock;
import ingchain.node.Branch;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A branch of headers")
class HeaderBranchTest {
    private final List<Block> blocks = Branch.ofHeight(25, 0);
    private final HeaderBranch branch = new HeaderBranch(blocks.subList(0, 12), 10);

    private static Block header(Block block) {
        return new Block(
                block.version(),
                block.height(),
                block.timestamp(),
                block.previousHash(),
                block.merkleRoot(),
                block.nonce(),
                block.difficulty(),
                List.of(),
                null,
                block.hash());
    }

    private void appendUpTo(int height) throws InvalidBlock {
        for (Block block : blocks.subList(branch.size(), height)) {
            branch.append(header(block));
        }
    }

    @Test
    @DisplayName("is a whole chain: our blocks up to the fork, and then its headers, just as they came")
    void unpacked() throws Exception {
        appendUpTo(25);
        assertThat(branch).hasSize(25);
        assertThat(branch.subList(0, 10)).isEqualTo(blocks.subList(0, 10));
        assertThat(branch.headers())
                .isEqualTo(blocks.subList(10, 25).stream()
                        .map(HeaderBranchTest::header)
                        .toList());
    }

    @Test
    @DisplayName("refuses a header that does not show its work, or does not come next")
    void refuses() throws Exception {
        appendUpTo(14);
        Block next = header(blocks.get(14));
        Block otherNonce = new Block(
                next.version(),
                next.height(),
                next.timestamp(),
                next.previousHash(),
                next.merkleRoot(),
                next.nonce() + 1,
                next.difficulty(),
                List.of(),
                null,
                next.hash());
        assertThatThrownBy(() -> branch.append(otherNonce)).isInstanceOf(InvalidBlock.class);
        assertThatThrownBy(() -> branch.append(header(blocks.get(15)))).isInstanceOf(InvalidBlock.class);
        branch.append(next);
        assertThat(branch).hasSize(15);
    }
}
