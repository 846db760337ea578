package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.Transfer;
import ingchain.transaction.UnspentOutput;
import ingchain.transaction.UnspentOutputs;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A perfect chain that a checkpoint builds block by block, and with no help from the student's code. Keys and times are
 * fixed, so it is the same at every run. Blocks are a minute apart unless something else is asked for: mining is easy
 * then.
 */
final class TestChain {
    static final Account ALICE = DigitalSignature.accountOf("0".repeat(63) + "1");
    static final Account BOB = DigitalSignature.accountOf("0".repeat(63) + "2");
    static final Account CAROL = DigitalSignature.accountOf("0".repeat(63) + "3");

    /** Between two blocks, in milliseconds. */
    static final long MINUTE = 60_000;

    private static final long START = 1_700_000_000_000L;

    private final List<Block> blocks;
    private final UnspentOutputs unspent;
    private long time;

    /** The genesis block alone. */
    TestChain() {
        this(List.of(Genesis.BLOCK), new UnspentOutputs(), START);
    }

    private TestChain(List<Block> blocks, UnspentOutputs unspent, long time) {
        this.blocks = new ArrayList<>(blocks);
        this.unspent = new UnspentOutputs(unspent);
        this.time = time;
    }

    /** Grows by so many blocks, all of one miner. */
    TestChain grow(int count, Account miner) {
        for (int i = 0; i < count; i++) {
            mine(miner);
        }
        return this;
    }

    /** Grows by one block with these transfers. */
    TestChain mine(Account miner, Transaction... transfers) {
        return mineAfter(MINUTE, miner, transfers);
    }

    /** Grows by one block that comes so many milliseconds after the last one. */
    TestChain mineAfter(long millis, Account miner, Transaction... transfers) {
        return add(nextAfter(millis, miner, transfers));
    }

    /** The block that would come next; the chain stays as it is. */
    Block next(Account miner, Transaction... transfers) {
        return nextAfter(MINUTE, miner, transfers);
    }

    private Block nextAfter(long millis, Account miner, Transaction... transfers) {
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(Transaction.coinbase(miner.account(), height() + 1));
        transactions.addAll(List.of(transfers));
        Clock clock = Clock.fixed(Instant.ofEpochMilli(time + millis), ZoneOffset.UTC);
        return new Miner(clock, 1).mine(blocks, transactions, () -> false);
    }

    private TestChain add(Block block) {
        try {
            unspent.apply(block.height(), block.transactions(), TransactionRules.STRICT);
        } catch (InvalidTransaction e) {
            throw new IllegalStateException("a checkpoint builds a chain that is not valid", e);
        }
        blocks.add(block);
        time = block.timestamp();
        return this;
    }

    /** A payment out of the first unspent outputs that cover it. Until it is mined, the next payment takes the same. */
    Transaction payment(Account from, Account to, long amount) {
        return paymentOf(from, to, amount, unspent.of(from.account()));
    }

    /** A payment out of these outputs. */
    static Transaction paymentOf(Account from, Account to, long amount, List<UnspentOutput> coins) {
        try {
            return Transfer.of(DigitalSignature.sign(from, to.account(), amount), coins, transaction -> false);
        } catch (InvalidTransaction e) {
            throw new IllegalStateException("a checkpoint builds a payment that is not valid", e);
        }
    }

    /** A copy that goes its own way. */
    TestChain fork() {
        return new TestChain(blocks, unspent, time);
    }

    /** The first blocks of this chain, up to this height. */
    TestChain upTo(int height) {
        TestChain part = new TestChain();
        blocks.subList(1, height).forEach(part::add);
        return part;
    }

    /** A copy. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** From 1, as heights are. */
    Block block(int height) {
        return blocks.get(height - 1);
    }

    Block tip() {
        return block(height());
    }

    int height() {
        return blocks.size();
    }

    /** What is unspent after the tip; a copy. */
    UnspentOutputs unspent() {
        return new UnspentOutputs(unspent);
    }

    /** A node's blockchain that holds this chain, and goes on mining where it ends. */
    Ingchain ingchain() {
        Chain chain = new Chain();
        if (height() > 1) {
            chain.replace(blocks(), unspent());
        }
        Wallet wallet = new Wallet(new DigitalSignature(new SecureRandom()));
        List.of(ALICE, BOB, CAROL).forEach(wallet::add);
        Clock clock = new MinuteByMinute(time);
        return new Ingchain(chain, wallet, new Miner(clock, 1));
    }
}
