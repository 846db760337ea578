package ingchain.node.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.node.Branch;
import ingchain.wallet.Account;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The stored form of a block")
class BlockBytesTest {
    private static List<Block> blocksWithTransfers() throws Exception {
        Ingchain ingchain = new Ingchain();
        Account payer = ingchain.wallet().create();
        ingchain.mine(payer.account());
        ingchain.send(ingchain.wallet().sign(payer.account(), "e".repeat(40), 7));
        ingchain.mine(payer.account());
        return ingchain.chain().blocks();
    }

    @Test
    @DisplayName("gives back the same block, transfers and signatures included")
    void roundTrip() throws Exception {
        List<Block> blocks = blocksWithTransfers();
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(BlockBytes.read(BlockBytes.write(blocks.get(i)), blocks.get(i - 1)))
                    .isEqualTo(blocks.get(i));
        }
    }

    @Test
    @DisplayName("is refused where any byte of it is another, and where any byte is missing")
    void anyByte() throws Exception {
        List<Block> blocks = blocksWithTransfers();
        byte[] whole = BlockBytes.write(blocks.get(2));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            byte[] shorter = java.util.Arrays.copyOf(whole, i);
            assertThatThrownBy(() -> BlockBytes.read(changed, blocks.get(1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> BlockBytes.read(shorter, blocks.get(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("is refused in the place of another block")
    void anotherPlace() {
        List<Block> blocks = Branch.ofHeight(4, 0);
        byte[] third = BlockBytes.write(blocks.get(2));
        assertThatThrownBy(() -> BlockBytes.read(third, blocks.get(2))).isInstanceOf(IllegalArgumentException.class);
    }
}
