package ingchain.node.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.node.Branch;
import ingchain.transaction.Transaction;
import ingchain.wallet.Account;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reorganisation")
class ReorganisationTest {
    private final Ingchain ingchain = new Ingchain();
    private final Reorganisation reorganisation = new Reorganisation(ingchain, ForkChoice.MOST_WORK);

    private List<Block> ours() {
        return ingchain.chain().blocks();
    }

    @Test
    @DisplayName("restores what was unspent at the fork, and returns the transfers of the dropped blocks to the pool")
    void transfersReturn() throws Exception {
        Account payer = ingchain.wallet().create();
        ingchain.mine(payer.account());
        List<Block> common = ours();
        Transaction paid = ingchain.send(ingchain.wallet().sign(payer.account(), "e".repeat(40), 20));
        ingchain.mine("f".repeat(40));
        List<Block> branch = Branch.onTopOf(common, 4, 1);

        assertThat(reorganisation.follow(2, branch.subList(2, 4))).isTrue();
        assertThat(ours()).isEqualTo(branch);
        assertThat(ingchain.pool().pending()).containsExactly(paid);
        assertThat(ingchain.balance(payer.account())).isEqualTo(50);
        assertThat(ingchain.balance("e".repeat(40))).isZero();
        assertThat(ingchain.balance("f".repeat(40)))
                .as("a reward is gone with its block")
                .isZero();

        assertThat(ingchain.mine("f".repeat(40)).transactions()).hasSize(2).contains(paid);
        assertThat(ingchain.balance("e".repeat(40))).isEqualTo(20);
        assertThat(ingchain.chain().unspentOutputs().all())
                .as("the same as if the branch had come first")
                .isEqualTo(replayed());
    }

    private List<?> replayed() {
        Ingchain other = new Ingchain();
        Branch.grow(other, ours());
        return other.chain().unspentOutputs().all();
    }

    @Test
    @DisplayName("does not return a transfer that the new branch holds, or that spends a coin which is gone")
    void notValidAnyMore() throws Exception {
        List<Block> common = ours();
        Account payer = ingchain.wallet().create();
        ingchain.mine(payer.account()); // this coin goes with its block
        ingchain.send(ingchain.wallet().sign(payer.account(), "e".repeat(40), 20));
        ingchain.mine("f".repeat(40));
        List<Block> branch = Branch.onTopOf(common, 4, 1);
        assertThat(reorganisation.follow(1, branch.subList(1, 4))).isTrue();
        assertThat(ingchain.pool().pending()).isEmpty();
    }

    @Test
    @DisplayName("does not happen for a branch with as much work, nor for one with less")
    void noBetter() throws Exception {
        Branch.grow(ingchain, Branch.ofHeight(6, 0));
        List<Block> before = ours();
        assertThat(reorganisation.follow(1, Branch.ofHeight(6, 1).subList(1, 6)))
                .isFalse();
        assertThat(reorganisation.follow(1, Branch.ofHeight(5, 1).subList(1, 5)))
                .isFalse();
        assertThat(ours()).isEqualTo(before);
    }

    @Test
    @DisplayName("happens for a shorter branch that shows more work, and never for a longer one that shows less")
    void workCounts() throws Exception {
        List<Block> cheap = Branch.cheap(60, 1);
        List<Block> hard = Branch.withWorkOf(cheap.subList(0, 1), Work.of(cheap));
        Branch.grow(ingchain, cheap);
        assertThat(reorganisation.follow(1, hard.subList(1, hard.size()))).isTrue();
        assertThat(ours()).isEqualTo(hard);
        assertThat(reorganisation.follow(1, cheap.subList(1, 60))).isFalse();
        assertThat(ours()).isEqualTo(hard);
    }

    @Test
    @DisplayName("for a branch in which one block breaks a rule changes nothing")
    void invalid() throws Exception {
        Branch.grow(ingchain, Branch.ofHeight(3, 0));
        List<Block> before = ours();
        List<Block> branch = new ArrayList<>(Branch.ofHeight(6, 1).subList(1, 6));
        branch.set(2, branch.get(2).withHash("0".repeat(64)));
        assertThatThrownBy(() -> reorganisation.follow(1, branch)).isInstanceOf(InvalidBlock.class);
        assertThat(ours()).isEqualTo(before);
    }
}
