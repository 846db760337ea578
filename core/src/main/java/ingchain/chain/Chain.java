package ingchain.chain;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutput;
import ingchain.transaction.UnspentOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The blocks from genesis to the tip, and the unspent outputs that follow from them. There is always at least the
 * genesis block.
 *
 * <p>Two nodes can each find a block at the same height: the chain forks. Each goes on with what it has, until one
 * branch wins and the nodes on the other drop theirs for it: a reorganisation. So the chain changes in two ways only:
 * {@link #append} adds a block, {@link #replace} swaps the whole branch, and nobody ever sees a half of either.
 *
 * <p>The chain holds what it is given together, but does not judge it: whether a block's hash, work, time and
 * difficulty are right is the business of the rules of step 4.
 *
 * <p>However long the chain is: appending a block, finding one by hash or height, asking for a balance and taking a
 * picture of all blocks each cost about the same. Only a replacement goes through all of it.
 *
 * <p>Thread-safe. Each method is one step for every other thread; to make one step of several calls, hold the chain's
 * lock: {@code synchronized (chain) { ... }}. Never call a peer while you hold it.
 */
public final class Chain {
    private final TransactionRules rules;
    private final Map<String, Integer> heights = new HashMap<>();
    private UnspentOutputs unspent = new UnspentOutputs();
    private volatile BlockList blocks = new BlockList(List.of(Genesis.BLOCK));

    /** A chain of the genesis block alone, where every transfer must prove who signed it. */
    public Chain() {
        this(TransactionRules.STRICT);
    }

    /** @param rules which transactions are valid */
    public Chain(TransactionRules rules) {
        this.rules = rules;
        heights.put(Genesis.BLOCK.hash(), Genesis.BLOCK.height());
    }

    /** Which transactions are valid in this chain. */
    public TransactionRules rules() {
        return rules;
    }

    /** All blocks, genesis first: an immutable picture of this moment, at no cost. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The latest block. */
    public Block tip() {
        List<Block> now = blocks;
        return now.get(now.size() - 1);
    }

    /** The tip's height: 1 for the genesis block alone. */
    public int height() {
        return blocks.size();
    }

    /** The block with that hash, or null where it is not in the chain. */
    public synchronized Block find(String hash) {
        Integer height = heights.get(hash);
        return height == null ? null : blocks.get(height - 1);
    }

    /**
     * Adds the next block.
     *
     * @throws IllegalArgumentException where the block does not stand on the tip: nothing has changed
     * @throws InvalidTransaction where its transactions break a rule: nothing has changed
     */
    public synchronized void append(Block block) throws InvalidTransaction {
        Block tip = tip();
        if (!standsOn(tip, block)) {
            throw new IllegalArgumentException("block " + block.height() + " does not stand on the tip, which is block "
                    + tip.height() + ": only the next block can be appended");
        }
        unspent.apply(block.height(), block.transactions(), rules);
        heights.put(block.hash(), block.height());
        blocks = blocks.plus(block);
    }

    /**
     * Puts another chain in the place of this one.
     *
     * @param branch its blocks, genesis first
     * @param unspentAfter what is unspent after its last block; the chain makes it its own
     * @throws IllegalArgumentException where it does not start with the genesis block, or a block does not stand on
     *     the one before it: nothing has changed
     */
    public synchronized void replace(List<Block> branch, UnspentOutputs unspentAfter) {
        BlockList copy = new BlockList(branch);
        if (copy.isEmpty() || !copy.get(0).equals(Genesis.BLOCK)) {
            throw new IllegalArgumentException("a chain starts with the genesis block");
        }
        for (int i = 1; i < copy.size(); i++) {
            if (!standsOn(copy.get(i - 1), copy.get(i))) {
                throw new IllegalArgumentException(
                        "the block at height " + (i + 1) + " does not stand on the one before it");
            }
        }
        heights.clear();
        copy.forEach(block -> heights.put(block.hash(), block.height()));
        unspent = unspentAfter;
        blocks = copy;
    }

    private static boolean standsOn(Block below, Block block) {
        return block.height() == below.height() + 1 && block.previousHash().equals(below.hash());
    }

    /** How many coins an account has; 0 for one that nobody ever paid. */
    public synchronized long balance(String account) {
        return unspent.balance(account);
    }

    /** An account's unspent outputs, oldest first; a copy. */
    public synchronized List<UnspentOutput> unspentOf(String account) {
        return unspent.of(account);
    }

    /** All unspent outputs; a copy. */
    public synchronized UnspentOutputs unspentOutputs() {
        return new UnspentOutputs(unspent);
    }

    /** Whether an unspent output comes from a transaction with this one's hash. */
    public synchronized boolean hasOutputOf(Transaction transaction) {
        return unspent.hasOutputOf(transaction);
    }

    /**
     * @throws InvalidTransaction where a transfer cannot spend what it takes; see {@link
     *     TransactionRules#checkSpending}
     */
    public synchronized void checkSpending(Transaction transfer) throws InvalidTransaction {
        rules.checkSpending(transfer, unspent);
    }
}
