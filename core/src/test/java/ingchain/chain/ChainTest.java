package ingchain.chain;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.Samples;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutput;
import ingchain.transaction.UnspentOutputs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the chain")
class ChainTest {
    private final Chain chain = new Chain();

    @Test
    @DisplayName("starts with the genesis block, and with no money")
    void start() {
        assertThat(chain.blocks()).containsExactly(Genesis.BLOCK);
        assertThat(chain.tip()).isSameAs(Genesis.BLOCK);
        assertThat(chain.height()).isEqualTo(1);
        assertThat(chain.find(Genesis.BLOCK.hash())).isSameAs(Genesis.BLOCK);
        assertThat(chain.unspentOutputs().all()).isEmpty();
        assertThat(chain.balance(ALICE.account())).isZero();
        assertThat(chain.rules()).isEqualTo(TransactionRules.STRICT);
    }

    @Test
    @DisplayName("takes the next block, and its transactions with it")
    void append() throws Exception {
        Block two = Samples.on(Genesis.BLOCK, ALICE);
        chain.append(two);
        Transaction payment = Samples.pay(ALICE, BOB, 20, chain.unspentOf(ALICE.account()));
        Block three = Samples.on(two, ALICE, payment);
        chain.append(three);

        assertThat(chain.blocks()).containsExactly(Genesis.BLOCK, two, three);
        assertThat(chain.tip()).isSameAs(three);
        assertThat(chain.find(two.hash())).isSameAs(two);
        assertThat(chain.balance(ALICE.account())).isEqualTo(80);
        assertThat(chain.balance(BOB.account())).isEqualTo(20);
        assertThat(chain.hasOutputOf(payment)).isTrue();
        assertThat(chain.hasOutputOf(two.transactions().get(0))).isFalse();
    }

    @Test
    @DisplayName("refuses a block that does not stand on the tip, and nothing changes")
    void notNext() throws Exception {
        chain.replace(Samples.branch(ALICE, 3), Samples.unspentAfter(Samples.branch(ALICE, 3)));
        Block next = Samples.on(chain.tip(), BOB);
        Picture before = new Picture();
        List<Block> wrong = List.of(
                Genesis.BLOCK,
                chain.tip(),
                Samples.on(chain.blocks().get(1), BOB),
                Samples.on(next, BOB),
                Samples.stated(5, Genesis.BLOCK.hash(), next.transactions()),
                Samples.stated(6, chain.tip().hash(), next.transactions()));
        for (Block block : wrong) {
            assertThatThrownBy(() -> chain.append(block))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not stand on the tip");
            before.assertUnchanged(block);
        }
        chain.append(next);
    }

    @Test
    @DisplayName("refuses a block with one invalid transaction among valid ones, and nothing changes")
    void invalidTransaction() throws Exception {
        chain.replace(Samples.branch(ALICE, 3), Samples.unspentAfter(Samples.branch(ALICE, 3)));
        List<UnspentOutput> coins = chain.unspentOf(ALICE.account());
        Transaction good = Samples.pay(ALICE, BOB, 20, coins);
        Transaction again = Samples.pay(ALICE, BOB, 30, coins);
        Picture before = new Picture();
        for (Block block : List.of(
                Samples.on(chain.tip(), BOB, good, again),
                Samples.stated(5, chain.tip().hash(), List.of()),
                Samples.stated(5, chain.tip().hash(), List.of(Transaction.coinbase(BOB.account(), 4))))) {
            assertThatThrownBy(() -> chain.append(block)).isInstanceOf(InvalidTransaction.class);
            before.assertUnchanged(block);
        }
        chain.append(Samples.on(chain.tip(), BOB, good));
    }

    @Test
    @DisplayName("is replaced as a whole: tip, search by hash, balances and unspent outputs are the new branch's")
    void replace() {
        List<Block> alices = Samples.branch(ALICE, 3);
        List<Block> bobs = Samples.branch(BOB, 5);
        chain.replace(alices, Samples.unspentAfter(alices));
        chain.replace(bobs, Samples.unspentAfter(bobs));

        assertThat(chain.blocks()).isEqualTo(bobs);
        assertThat(chain.tip()).isSameAs(bobs.get(5));
        assertThat(bobs)
                .allSatisfy(block -> assertThat(chain.find(block.hash())).isSameAs(block));
        assertThat(alices.subList(1, 4))
                .allSatisfy(block -> assertThat(chain.find(block.hash())).isNull());
        assertThat(chain.balance(ALICE.account())).isZero();
        assertThat(chain.balance(BOB.account())).isEqualTo(250);
        assertThat(chain.unspentOf(BOB.account())).hasSize(5);
    }

    @Test
    @DisplayName(
            "is not replaced by what does not start with our genesis block, nor by blocks that do not stand on one another")
    void noChain() {
        List<Block> ours = Samples.branch(ALICE, 3);
        chain.replace(ours, Samples.unspentAfter(ours));
        List<Block> bobs = Samples.branch(BOB, 5);
        Block g = Genesis.BLOCK;
        Block otherText = new Block(
                g.version(),
                g.height(),
                g.timestamp(),
                g.previousHash(),
                g.merkleRoot(),
                g.nonce(),
                g.difficulty(),
                List.of(),
                "something else",
                g.hash());
        Picture before = new Picture();
        for (List<Block> wrong : List.of(
                List.<Block>of(),
                bobs.subList(1, 5),
                joined(List.of(otherText), bobs.subList(1, 6)),
                joined(bobs.subList(0, 2), bobs.subList(3, 6)),
                joined(bobs.subList(0, 3), bobs.subList(2, 6)),
                joined(bobs.subList(0, 3), ours.subList(3, 4)))) {
            assertThatThrownBy(() -> chain.replace(wrong, new UnspentOutputs()))
                    .isInstanceOf(IllegalArgumentException.class);
            before.assertUnchanged(bobs.get(5));
        }
    }

    @Test
    @DisplayName("gives out pictures that stay as they are while it grows and is replaced, and that nobody can change")
    void snapshots() throws Exception {
        List<List<Block>> pictures = new ArrayList<>();
        List<List<Block>> copies = new ArrayList<>();
        List<Block> branch = Samples.branch(BOB, 7);
        for (int i = 0; i < 40; i++) {
            if (i == 20) {
                chain.replace(branch, Samples.unspentAfter(branch));
            }
            chain.append(Samples.on(chain.tip(), ALICE));
            pictures.add(chain.blocks());
            copies.add(List.of(chain.blocks().toArray(Block[]::new)));
        }
        branch.clear();
        assertThat(pictures).isEqualTo(copies);
        assertThatThrownBy(() -> pictures.get(0).add(Genesis.BLOCK)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> pictures.get(0).set(0, chain.tip())).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> pictures.get(0).get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    @DisplayName("may go back to an older picture of itself and grow another way: no picture sees the other's blocks")
    void backToAnOlderPicture() throws Exception {
        for (int i = 0; i < 3; i++) {
            chain.append(Samples.on(chain.tip(), ALICE));
        }
        List<Block> older = chain.blocks();
        UnspentOutputs unspentThen = chain.unspentOutputs();
        chain.append(Samples.on(chain.tip(), ALICE));
        List<Block> alices = chain.blocks();

        chain.replace(older, unspentThen);
        chain.append(Samples.on(chain.tip(), BOB));
        chain.append(Samples.on(chain.tip(), BOB));
        List<Block> bobs = chain.blocks();

        assertThat(older).isEqualTo(Samples.branch(ALICE, 3));
        assertThat(alices).isEqualTo(Samples.branch(ALICE, 4));
        assertThat(bobs).hasSize(6).startsWith(older.toArray(Block[]::new));
        assertThat(bobs.get(4)).isNotEqualTo(alices.get(4));
        assertThat(chain.find(alices.get(4).hash())).isNull();
    }

    @Test
    @DisplayName("gives out copies of the unspent outputs")
    void copies() throws Exception {
        chain.append(Samples.on(Genesis.BLOCK, ALICE));
        UnspentOutputs copy = chain.unspentOutputs();
        Block three = Samples.on(chain.tip(), ALICE);
        copy.apply(3, three.transactions(), TransactionRules.STRICT);
        assertThat(copy.balance(ALICE.account())).isEqualTo(100);
        assertThat(chain.balance(ALICE.account())).isEqualTo(50);
        chain.append(three);
        assertThat(chain.unspentOutputs().all()).isEqualTo(copy.all());
    }

    private static List<Block> joined(List<Block> first, List<Block> second) {
        List<Block> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** All that can be seen of the chain, as it was at one moment. */
    private final class Picture {
        private final List<Block> blocks = List.copyOf(chain.blocks());
        private final List<UnspentOutput> unspent = chain.unspentOutputs().all();
        private final long alices = chain.balance(ALICE.account());
        private final long bobs = chain.balance(BOB.account());

        void assertUnchanged(Block refused) {
            assertThat(chain.blocks()).isEqualTo(blocks);
            assertThat(chain.height()).isEqualTo(blocks.size());
            assertThat(chain.unspentOutputs().all()).isEqualTo(unspent);
            assertThat(chain.balance(ALICE.account())).isEqualTo(alices);
            assertThat(chain.balance(BOB.account())).isEqualTo(bobs);
            if (!blocks.contains(refused)) {
                assertThat(chain.find(refused.hash())).isNull();
            }
        }
    }
}
