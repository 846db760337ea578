package ingchain.bench.chain;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.Miner;
import ingchain.transaction.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Long valid chains that cost little work. Their clock runs ahead by some seconds for each block, so the rule of
 * difficulty takes them for a slow network and never asks for more than one zero bit. An attacker who wants a long, cheap
 * chain does the same.
 */
public final class LongChain {
    /** Who mines them, by turns. */
    public static final int MINERS = 100;

    /** Long ago, so that even 100,000 blocks end before today. */
    private static final Instant START = Instant.parse("2023-11-14T00:00:00Z");

    /** Ten blocks in 20 s: more than the 12 s from which on the difficulty falls. */
    private static final Duration BETWEEN_BLOCKS = Duration.ofSeconds(2);

    private LongChain() {}

    /**
     * A chain with a coinbase in each block; always the same one.
     *
     * @param size how many blocks, the genesis block among them; 1 or more
     */
    public static List<Block> ofSize(int size) {
        List<Block> blocks = new ArrayList<>(List.of(Genesis.BLOCK));
        InstantSource time = () -> START.plus(BETWEEN_BLOCKS.multipliedBy(blocks.size()));
        Miner miner = new Miner(time.withZone(ZoneOffset.UTC), 1);
        while (blocks.size() < size) {
            int height = blocks.size() + 1;
            Transaction coinbase = Transaction.coinbase(miner(height), height);
            blocks.add(miner.mine(blocks, List.of(coinbase), () -> false));
        }
        return blocks;
    }

    /** The account that the block at a height pays. */
    public static String miner(int height) {
        return String.format("%040x", height % MINERS);
    }
}
