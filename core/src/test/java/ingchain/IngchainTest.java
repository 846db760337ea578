package ingchain;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ingchain.block.Block;
import ingchain.block.Difficulty;
import ingchain.block.Miner;
import ingchain.block.ProofOfWork;
import ingchain.chain.Chain;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.TxIn;
import ingchain.transaction.UnspentOutput;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("a whole blockchain on one machine")
class IngchainTest {
    /** Blocks come in time, so the difficulty stays low however fast this machine is. */
    private final TestClock clock = new TestClock(1_700_000_000_000L, 600);

    private final Ingchain ingchain =
            new Ingchain(new Chain(), new Wallet(new DigitalSignature(new SecureRandom())), new Miner(clock, 1));

    @Test
    @DisplayName("tells the article's story: mine, pay, and see the balance when the next block is there")
    void story() throws Exception {
        Block two = ingchain.mine(ALICE.account());
        assertThat(two.height()).isEqualTo(2);
        assertThat(ingchain.balance(ALICE.account())).isEqualTo(50);

        Transaction payment = ingchain.send(sign(30));
        assertThat(ingchain.pool().pending()).containsExactly(payment);
        assertThat(ingchain.balance(BOB.account()))
                .as("before it is in a block")
                .isZero();

        Block three = ingchain.mine(CAROL.account());
        assertThat(three.transactions()).hasSize(2).last().isEqualTo(payment);
        assertThat(ingchain.pool().pending()).isEmpty();
        assertThat(ingchain.balance(ALICE.account())).isEqualTo(20);
        assertThat(ingchain.balance(BOB.account())).isEqualTo(30);
        assertThat(ingchain.balance(CAROL.account())).isEqualTo(50);
        assertConsistent();
    }

    @Test
    @DisplayName("signs with the keys of its own wallet")
    void ownWallet() throws Exception {
        String mine = ingchain.wallet().create().account();
        ingchain.mine(mine);
        ingchain.send(ingchain.wallet().sign(mine, BOB.account(), 50));
        ingchain.mine(mine);
        assertThat(ingchain.balance(BOB.account())).isEqualTo(50);
    }

    @Test
    @DisplayName("pays the same amount again and again without two transfers of one hash, and no coin is lost")
    void samePaymentAgain() throws Exception {
        List<Transaction> payments = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ingchain.mine(ALICE.account());
            ingchain.mine(ALICE.account());
        }
        for (int i = 0; i < 8; i++) {
            payments.add(ingchain.send(sign(30)));
            if (i % 3 == 2) {
                ingchain.mine(ALICE.account());
            }
        }
        ingchain.mine(ALICE.account());
        assertThat(payments).extracting(Transaction::hash).doesNotHaveDuplicates();
        assertThat(ingchain.balance(BOB.account())).isEqualTo(8 * 30);
        assertConsistent();
    }

    @Test
    @DisplayName("refuses to send what is unsigned, of nothing, to no account or not covered, and nothing changes")
    void refuses() throws Exception {
        ingchain.mine(ALICE.account());
        Receipt good = sign(31);
        Receipt.Sender alice = good.sender();
        Receipt.Sender bob = new Receipt.Sender(BOB.account(), BOB.publicKey());
        // What is signed has nothing between account and amount, so a digit can move from one to the other.
        Receipt movedDigit = new Receipt(alice, BOB.account() + "3", 1, good.signature());
        assertThat(DigitalSignature.verify(movedDigit))
                .as("the gap in the original's receipts")
                .isTrue();

        assertRefused(movedDigit, "no account");
        assertRefused(new Receipt(alice, BOB.account(), 31, ""), "not signed");
        assertRefused(new Receipt(alice, BOB.account(), 32, good.signature()), "not signed");
        assertRefused(new Receipt(alice, CAROL.account(), 31, good.signature()), "not signed");
        assertRefused(new Receipt(bob, BOB.account(), 31, good.signature()), "not signed");
        assertRefused(sign(0), "1 coin or more, not 0");
        assertRefused(sign(-5), "1 coin or more, not -5");
        assertRefused(sign(51), "has 50 to spend and would need 51");
        assertRefused(sign(Long.MAX_VALUE), "has 50 to spend");
        assertRefused(DigitalSignature.sign(ALICE, "somebody", 5), "no account");
        assertRefused(DigitalSignature.sign(BOB, ALICE.account(), 1), "has 0 to spend");
        ingchain.send(good);
    }

    private void assertRefused(Receipt receipt, String reason) {
        assertThatThrownBy(() -> ingchain.send(receipt))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessageContaining(reason);
        assertThat(ingchain.pool().pending()).isEmpty();
        assertThat(ingchain.balance(ALICE.account())).isEqualTo(50);
    }

    @Test
    @DisplayName("does not spend a coin that a waiting transfer takes")
    void coinsThatWait() throws Exception {
        ingchain.mine(ALICE.account());
        ingchain.send(sign(10));
        assertThatThrownBy(() -> ingchain.send(sign(11))).hasMessageContaining("has 0 to spend");
        ingchain.mine(CAROL.account());
        ingchain.send(sign(11));
    }

    @Test
    @DisplayName("mines for accounts only")
    void minesForAccounts() {
        for (String wrong : new String[] {null, "", "me", ALICE.account().toUpperCase(), ALICE.publicKey()}) {
            assertThatThrownBy(() -> ingchain.mine(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("40 lower-case");
        }
        assertThat(ingchain.chain().height()).isEqualTo(1);
    }

    @Test
    @DisplayName("lets transfers of the original wait only where its rules say so")
    void originalTransfers() throws Exception {
        Ingchain trusting = new Ingchain(TransactionRules.ORIGINAL);
        for (Ingchain node : List.of(ingchain, trusting)) {
            node.mine(ALICE.account());
        }
        UnspentOutput coin = trusting.chain().unspentOf(ALICE.account()).get(0);
        Transaction ours = Samples.pay(ALICE, BOB, 30, List.of(coin));
        Transaction theirs = Transaction.of(List.of(new TxIn(0, coin.txOutId(), "", null)), ours.txOuts());
        assertThat(trusting.pool().add(theirs)).isTrue();
        trusting.mine(CAROL.account());
        assertThat(trusting.balance(BOB.account())).isEqualTo(30);
        assertThatThrownBy(() -> ingchain.pool().add(theirs)).isInstanceOf(InvalidTransaction.class);
    }

    @Test
    @Timeout(60)
    @DisplayName("ends on one consistent chain with several miners and payers at once, and every coin is accounted for")
    void concurrent() throws Exception {
        int each = 60;
        ingchain.mine(ALICE.account());
        List<Callable<List<Block>>> work = new ArrayList<>();
        for (String miner : List.of(ALICE.account(), BOB.account(), CAROL.account())) {
            work.add(() -> {
                List<Block> mined = new ArrayList<>();
                for (int i = 0; i < each; i++) {
                    mined.add(ingchain.mine(miner));
                }
                return mined;
            });
        }
        work.add(() -> {
            for (int i = 0; i < each; i++) {
                try {
                    ingchain.send(sign(1 + i % 3));
                } catch (InvalidTransaction e) {
                    // Alice's coins all wait in the pool at this moment.
                }
            }
            return List.of();
        });
        List<Block> mined = allOf(work);

        assertThat(ingchain.chain().height()).isEqualTo(2 + 3 * each);
        assertThat(mined).doesNotHaveDuplicates().hasSize(3 * each);
        assertThat(ingchain.chain().blocks()).containsAll(mined);
        assertConsistent();
    }

    @Test
    @DisplayName("leaves a search that has become useless, and mines on top of the block that was faster")
    void somebodyWasFaster() {
        List<Block> hopeless = new ArrayList<>(Samples.branch(ALICE, 18));
        hopeless.add(withDifficulty(Samples.on(hopeless.get(18), ALICE), 200));
        List<Block> faster = Samples.branch(BOB, 20);
        Chain chain = new Chain();
        chain.replace(hopeless, Samples.unspentAfter(hopeless));
        Clock whileMining = new TestClock(1_800_000_000_000L, 0) {
            @Override
            public long millis() {
                chain.replace(faster, Samples.unspentAfter(faster));
                return super.millis();
            }
        };
        Ingchain node = new Ingchain(chain, ingchain.wallet(), new Miner(whileMining, 1));

        Block block = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> node.mine(CAROL.account()));

        assertThat(block.previousHash()).isEqualTo(faster.get(20).hash());
        assertThat(chain.tip()).isEqualTo(block);
    }

    private static Block withDifficulty(Block block, int difficulty) {
        return new Block(
                block.version(),
                block.height(),
                block.timestamp(),
                block.previousHash(),
                block.merkleRoot(),
                0,
                difficulty,
                block.transactions(),
                null,
                block.hash());
    }

    private static List<Block> allOf(List<Callable<List<Block>>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Block> all = new ArrayList<>();
            for (Future<List<Block>> part : threads.invokeAll(work)) {
                all.addAll(part.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertConsistent() {
        List<Block> chain = ingchain.chain().blocks();
        for (int i = 1; i < chain.size(); i++) {
            Block block = chain.get(i);
            assertThat(block.hash()).isEqualTo(block.computeHash());
            assertThat(block.previousHash()).isEqualTo(chain.get(i - 1).hash());
            assertThat(block.merkleRoot()).isEqualTo(block.computeMerkleRoot());
            assertThat(block.difficulty()).isEqualTo(Difficulty.expected(chain.subList(0, i), block.timestamp()));
            assertThat(ProofOfWork.meets(block.hash(), block.difficulty())).isTrue();
        }
        List<UnspentOutput> unspent = ingchain.chain().unspentOutputs().all();
        assertThat(unspent).isEqualTo(Samples.unspentAfter(chain).all());
        assertThat(unspent.stream().mapToLong(UnspentOutput::amount).sum()).isEqualTo(50L * (chain.size() - 1));
        Set<String> accounts = unspent.stream().map(UnspentOutput::account).collect(Collectors.toSet());
        assertThat(accounts.stream().mapToLong(ingchain::balance).sum()).isEqualTo(50L * (chain.size() - 1));
    }

    /** Alice pays Bob. */
    private static Receipt sign(long amount) {
        return DigitalSignature.sign(ALICE, BOB.account(), amount);
    }
}
