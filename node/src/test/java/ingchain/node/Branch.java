package ingchain.node;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.node.chain.Work;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.UnspentOutputs;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Chains to start a test from. */
public final class Branch {
    private static final String[] MINERS = {"a".repeat(40), "b".repeat(40), "c".repeat(40)};

    private Branch() {}

    /** A valid chain of that height. Two with different miners share the genesis block alone. */
    public static List<Block> ofHeight(int height, int miner) {
        return onTopOf(new Ingchain().chain().blocks(), height, miner);
    }

    /** The same blocks, and then others up to that height. */
    public static List<Block> onTopOf(List<Block> base, int height, int miner) {
        Ingchain ingchain = new Ingchain();
        grow(ingchain, base);
        while (ingchain.chain().height() < height) {
            ingchain.mine(MINERS[miner]);
        }
        return ingchain.chain().blocks();
    }

    /** A valid chain whose blocks took so long that none of them had to show any work to speak of. */
    public static List<Block> cheap(int height, int miner) {
        return cheapOnTopOf(List.of(Genesis.BLOCK), height, miner);
    }

    /** The same blocks, and then cheap ones up to that height. */
    public static List<Block> cheapOnTopOf(List<Block> base, int height, int miner) {
        Instant last = Instant.ofEpochMilli(base.get(base.size() - 1).timestamp());
        Instant start = base.size() == 1 ? Instant.ofEpochSecond(1_700_000_000) : last;
        return mined(base, height, miner, new SlowClock(start));
    }

    /** A valid chain that begins three hours from now. */
    public static List<Block> ofTheFuture(int height) {
        return mined(
                List.of(Genesis.BLOCK), height, 0, new SlowClock(Instant.now().plusSeconds(3 * 60 * 60)));
    }

    /** Grows a chain until it shows more work than that, in few blocks: they follow each other at once. */
    public static List<Block> withWorkOf(List<Block> base, BigInteger work) {
        List<Block> chain = base;
        while (Work.of(chain).compareTo(work) <= 0) {
            Instant now = Instant.ofEpochMilli(chain.get(chain.size() - 1).timestamp());
            chain = mined(chain, chain.size() + 10, 0, Clock.fixed(now, ZoneOffset.UTC));
        }
        return chain;
    }

    private static List<Block> mined(List<Block> base, int height, int miner, Clock clock) {
        Ingchain ingchain =
                new Ingchain(new Chain(), new Wallet(new DigitalSignature(new SecureRandom())), new Miner(clock, 1));
        grow(ingchain, base);
        while (ingchain.chain().height() < height) {
            ingchain.mine(MINERS[miner]);
        }
        return ingchain.chain().blocks();
    }

    /** Each look at it is a minute later than the one before. */
    private static final class SlowClock extends Clock {
        private Instant now;

        SlowClock(Instant start) {
            now = start;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(60);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Appends those blocks that a chain does not have yet. */
    public static void grow(Ingchain ingchain, List<Block> blocks) {
        try {
            for (Block block : blocks.subList(ingchain.chain().height(), blocks.size())) {
                ingchain.chain().append(block);
            }
        } catch (InvalidTransaction e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Puts valid blocks in the place of a chain's. */
    public static void replace(Ingchain ingchain, List<Block> blocks) {
        UnspentOutputs unspent = new UnspentOutputs();
        blocks.subList(1, blocks.size()).forEach(block -> unspent.replay(block.transactions()));
        ingchain.chain().replace(blocks, unspent);
    }

    /** A node with these blocks, connected with nobody. */
    public static Node node(List<Block> blocks, NodeSettings settings) {
        Node node = new Node(settings);
        grow(node.ingchain(), blocks);
        node.blocks(); // stores them
        return node;
    }

    public static Node node(List<Block> blocks) {
        return node(blocks, NodeSettings.DEFAULT);
    }

    /** Whether each block stands on the one before it. */
    public static boolean isLinked(List<Block> blocks) {
        for (int i = 1; i < blocks.size(); i++) {
            if (!blocks.get(i).previousHash().equals(blocks.get(i - 1).hash())) {
                return false;
            }
        }
        return true;
    }

    /** Mines a block for nobody in particular. */
    public static Block mine(Node node) {
        return node.mine(MINERS[0]);
    }

    public static Block tip(List<Block> blocks) {
        return blocks.get(blocks.size() - 1);
    }

    public static Block tip(Node node) {
        return node.ingchain().chain().tip();
    }
}
