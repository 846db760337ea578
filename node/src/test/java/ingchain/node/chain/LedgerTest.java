package ingchain.node.chain;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.node.Branch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ledger")
class LedgerTest {
    private final Ingchain ingchain = new Ingchain();
    private final List<List<Block>> commits = new ArrayList<>();
    private final List<StorageFailure> failures = new ArrayList<>();
    private boolean full;

    private final Ledger ledger = new Ledger(ingchain.chain(), this::store, failures::add);

    private void store(int height, List<Block> blocks) {
        if (full) {
            throw new StorageFailure("the disk is full", null);
        }
        commits.add(List.copyOf(blocks));
    }

    @Test
    @DisplayName("stores a block before it shows it, and only once")
    void storesFirst() {
        List<Block> blocks = Branch.ofHeight(4, 0);
        Branch.grow(ingchain, blocks);
        assertThat(commits).isEmpty();
        assertThat(ledger.tip()).isEqualTo(blocks.get(3));
        assertThat(ledger.blocks()).isEqualTo(blocks);
        assertThat(commits).containsExactly(blocks.subList(1, 4));
    }

    @Test
    @DisplayName("stores a reorganisation in one commit, from the fork on")
    void reorganisation() {
        List<Block> longer = Branch.ofHeight(6, 0);
        List<Block> other = Branch.onTopOf(longer.subList(0, 3), 5, 1);
        Branch.grow(ingchain, longer);
        ledger.blocks();
        Branch.replace(ingchain, other);
        assertThat(ledger.blocks()).isEqualTo(other);
        assertThat(commits).containsExactly(longer.subList(1, 6), other.subList(3, 5));
    }

    @Test
    @DisplayName("knows the work of what it shows")
    void work() {
        List<Block> longer = Branch.ofHeight(25, 0);
        Branch.grow(ingchain, longer);
        assertThat(ledger.page().work()).isEqualTo(Work.of(longer)).isGreaterThan(BigInteger.valueOf(25));
        List<Block> other = Branch.onTopOf(longer.subList(0, 12), 14, 1);
        Branch.replace(ingchain, other);
        assertThat(ledger.page().work()).isEqualTo(Work.of(other));
        assertThat(ledger.page().claim().height()).isEqualTo(14);
    }

    @Test
    @DisplayName("shows nothing new once something cannot be stored, and says so once")
    void failure() {
        List<Block> blocks = Branch.ofHeight(4, 0);
        Branch.grow(ingchain, blocks.subList(0, 2));
        ledger.blocks();
        full = true;
        Branch.grow(ingchain, blocks);
        assertThat(ledger.tip()).isEqualTo(blocks.get(1));
        full = false;
        assertThat(ledger.blocks()).isEqualTo(blocks.subList(0, 2));
        assertThat(failures).hasSize(1);
    }
}
