package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.Samples;
import ingchain.block.Block;
import ingchain.chain.Chain;
import ingchain.wallet.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("the pool of transfers that wait")
class TransactionPoolTest {
    private final Chain chain = new Chain();
    private final TransactionPool pool = new TransactionPool(chain);
    private List<UnspentOutput> coins;

    @BeforeEach
    void aliceHasFourCoins() {
        List<Block> blocks = Samples.branch(ALICE, 4);
        chain.replace(blocks, Samples.unspentAfter(blocks));
        coins = chain.unspentOf(ALICE.account());
    }

    @Test
    @DisplayName("keeps transfers in the order in which they came")
    void inOrder() throws Exception {
        List<Transaction> transfers = List.of(pay(BOB, 30, 2), pay(CAROL, 20, 0), pay(BOB, 10, 1));
        for (Transaction transfer : transfers) {
            assertThat(pool.add(transfer)).isTrue();
        }
        assertThat(pool.pending()).isEqualTo(transfers);
        assertThat(pool.takes(coins.get(0).outPoint())).isTrue();
        assertThat(pool.takes(coins.get(3).outPoint())).isFalse();
    }

    @Test
    @DisplayName("has a transfer once, however often it comes")
    void once() throws Exception {
        Transaction transfer = pay(BOB, 30, 0);
        assertThat(pool.add(transfer)).isTrue();
        assertThat(pool.add(transfer)).isFalse();
        assertThat(pool.contains(transfer)).isTrue();
        assertThat(pool.pending()).containsExactly(transfer);
    }

    @Test
    @DisplayName("gives up what is picked to leave, and the outputs of that are free again")
    void removeIf() throws Exception {
        Transaction leaving = pay(BOB, 30, 0);
        Transaction staying = pay(CAROL, 20, 1);
        pool.add(leaving);
        pool.add(staying);
        assertThat(pool.outputsTaken()).isEqualTo(2);
        pool.removeIf(leaving::equals);
        assertThat(pool.outputsTaken()).isEqualTo(1);
        assertThat(pool.size()).isEqualTo(1);
        assertThat(pool.pending()).containsExactly(staying);
        assertThat(pool.takes(coins.get(0).outPoint())).isFalse();
        assertThat(pool.takes(coins.get(1).outPoint())).isTrue();
    }

    @Test
    @DisplayName("never holds two transfers that take the same output")
    void noTwoOfOneOutput() throws Exception {
        Transaction first = pay(BOB, 30, 0);
        pool.add(first);
        Transaction second = pay(CAROL, 70, 1, 0);
        assertThatThrownBy(() -> pool.add(second))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessageContaining("already takes this output");
        assertThat(pool.pending()).containsExactly(first);
        assertThat(pool.takes(coins.get(1).outPoint()))
                .as("taken by the refused one")
                .isFalse();
        pool.add(pay(CAROL, 20, 1));
    }

    @Test
    @DisplayName("refuses what could not stand in the next block: unsigned, of nothing that exists, a coinbase")
    void invalid() {
        Transaction good = pay(BOB, 30, 0);
        TxIn in = good.txIns().get(0);
        TxIn unsigned = new TxIn(in.txOutIndex(), in.txOutId(), in.signature(), null);
        TxIn nowhere = new TxIn(0, "0".repeat(64), in.signature(), in.publicKey());
        for (Transaction wrong : List.of(
                Transaction.of(List.of(unsigned), good.txOuts()),
                Transaction.of(List.of(nowhere), good.txOuts()),
                Transaction.coinbase(ALICE.account(), 6))) {
            assertThatThrownBy(() -> pool.add(wrong)).isInstanceOf(InvalidTransaction.class);
        }
        assertThat(pool.pending()).isEmpty();
    }

    @Test
    @DisplayName("gives out copies")
    void copies() throws Exception {
        List<Transaction> before = pool.pending();
        pool.add(pay(BOB, 30, 0));
        assertThat(before).isEmpty();
        assertThatThrownBy(() -> pool.pending().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName(
            "lets go, after a new block, of what the block holds and of what it has made invalid; the rest waits on in order")
    void afterAppend() throws Exception {
        Transaction inBlock = pay(BOB, 30, 0);
        Transaction waits = pay(BOB, 20, 1);
        Transaction outdone = pay(CAROL, 10, 2);
        Transaction waitsToo = pay(CAROL, 5, 3);
        for (Transaction transfer : List.of(inBlock, waits, outdone, waitsToo)) {
            pool.add(transfer);
        }
        Transaction takesTheSame = pay(BOB, 11, 2);

        chain.append(Samples.on(chain.tip(), BOB, inBlock, takesTheSame));
        pool.refresh(List.of());

        assertThat(pool.pending()).containsExactly(waits, waitsToo);
        assertThat(pool.takes(coins.get(0).outPoint())).isFalse();
        assertThat(pool.takes(coins.get(1).outPoint())).isTrue();
    }

    @Test
    @DisplayName(
            "gets back, after a reorganisation, the transfers of dropped blocks, before those that wait; coinbases never")
    void afterReplace() throws Exception {
        List<Block> common = chain.blocks();
        UnspentOutputs unspentThen = chain.unspentOutputs();
        Transaction returns = pay(BOB, 30, 0);
        Transaction confirmed = pay(BOB, 20, 1);
        Block dropped = Samples.on(chain.tip(), CAROL, returns, confirmed);
        chain.append(dropped);
        Transaction waits = pay(CAROL, 10, 2);
        pool.add(waits);
        Transaction ofDroppedReward = Samples.pay(CAROL, BOB, 50, chain.unspentOf(CAROL.account()));
        pool.add(ofDroppedReward);

        List<Block> winning = new ArrayList<>(common);
        winning.add(Samples.on(common.get(4), BOB, confirmed));
        winning.add(Samples.on(winning.get(5), BOB));
        unspentThen.apply(6, winning.get(5).transactions(), chain.rules());
        unspentThen.apply(7, winning.get(6).transactions(), chain.rules());
        chain.replace(winning, unspentThen);
        pool.refresh(dropped.transactions());

        assertThat(pool.pending()).containsExactly(returns, waits);
        chain.append(Samples.on(chain.tip(), ALICE, pool.pending().toArray(Transaction[]::new)));
    }

    @Test
    @DisplayName("passes over returned transfers that are not valid, and over the second of two that take one output")
    void returnedButInvalid() throws Exception {
        Transaction good = pay(BOB, 30, 0);
        TxIn in = good.txIns().get(0);
        Transaction forged = Transaction.of(
                List.of(new TxIn(in.txOutIndex(), in.txOutId(), in.signature(), in.publicKey())),
                List.of(new TxOut(CAROL.account(), 50)));
        Transaction waiting = pay(CAROL, 10, 0);
        pool.add(waiting);

        pool.refresh(List.of(forged, good));

        assertThat(pool.pending()).containsExactly(good);
    }

    @Test
    @DisplayName("can be refreshed twice: the second time changes nothing")
    void refreshTwice() throws Exception {
        pool.add(pay(BOB, 30, 0));
        pool.add(pay(BOB, 20, 1));
        List<Transaction> before = pool.pending();
        pool.refresh(List.of());
        pool.refresh(before);
        assertThat(pool.pending()).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    @DisplayName("takes exactly one of many transfers of one output, whichever thread is first")
    void race() throws Exception {
        // Without signatures to check, the threads meet where it matters.
        Chain original = new Chain(TransactionRules.ORIGINAL);
        original.replace(chain.blocks(), chain.unspentOutputs());
        TxIn coin = new TxIn(0, coins.get(0).txOutId(), "", null);
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 500; round++) {
                TransactionPool contested = new TransactionPool(original);
                List<Callable<Boolean>> tries = new ArrayList<>();
                for (int amount = 1; amount <= threads; amount++) {
                    List<TxOut> outs =
                            List.of(new TxOut(BOB.account(), amount), new TxOut(ALICE.account(), 50 - amount));
                    Transaction transfer = Transaction.of(List.of(coin), outs);
                    tries.add(() -> {
                        start.await();
                        return isAdded(contested, transfer);
                    });
                }
                int taken = 0;
                for (Future<Boolean> added : executor.invokeAll(tries)) {
                    taken += added.get() ? 1 : 0;
                }
                assertThat(taken).isEqualTo(1);
                assertThat(contested.pending()).hasSize(1);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static boolean isAdded(TransactionPool pool, Transaction transfer) {
        try {
            return pool.add(transfer);
        } catch (InvalidTransaction e) {
            return false;
        }
    }

    /** Alice pays out of the coins with these numbers. */
    private Transaction pay(Account receiver, long amount, int... which) {
        List<UnspentOutput> chosen = new ArrayList<>();
        for (int number : which) {
            chosen.add(coins.get(number));
        }
        return Samples.pay(ALICE, receiver, amount, chosen);
    }
}
