package ingchain.node.chain;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.ProofOfWork;
import ingchain.consensus.BlockRules;
import ingchain.consensus.InvalidBlock;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.regex.Pattern;

/**
 * The headers of a branch that a peer offers, on top of our own blocks, before we know whether it is worth having.
 *
 * <p>The attack: somebody makes a hundred thousand blocks that cost nothing, because their times lie far apart and the
 * difficulty stays at 0, and says that this is the better chain. If we held its blocks until we knew better, or even
 * stored them, they would fill our memory. So the branch must first show its work in headers. Each is checked and packed
 * into {@value #PACKED_BYTES} bytes; the blocks themselves are fetched only once the headers have won.
 *
 * <p>As a list it is a whole chain, genesis first, so that the rules of step 4 can be asked about it. Its blocks above
 * the fork have no transactions.
 */
public final class HeaderBranch extends AbstractList<Block> implements RandomAccess {
    /** Most headers of a branch: 9 MB. Two halves of a network that were apart for longer do not join by themselves. */
    public static final int MOST_HEADERS = 100_000;

    /** Two hashes, two longs and an int. */
    private static final int PACKED_BYTES = 84;

    private static final int HASH_BYTES = 32;
    private static final Pattern ROOT = Pattern.compile("[0-9A-F]{64}");
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final List<Block> ours;
    private final int fork;
    private byte[] hashes = new byte[0];
    private byte[] roots = new byte[0];
    private long[] timestamps = new long[0];
    private long[] nonces = new long[0];
    private int[] difficulties = new int[0];
    private int count;

    /**
     * @param ours our chain
     * @param fork the height of the block in it that the branch stands on
     */
    public HeaderBranch(List<Block> ours, int fork) {
        this.ours = ours;
        this.fork = fork;
    }

    /** The height of the block of ours that the branch stands on. */
    public int fork() {
        return fork;
    }

    /** The headers above the fork. */
    public List<Block> headers() {
        return subList(fork, size());
    }

    /** Whether no more headers are taken. */
    public boolean isFull() {
        return count == MOST_HEADERS;
    }

    /**
     * Checks the next header by all rules that do not ask for transactions, and keeps it.
     *
     * @throws InvalidBlock where one is broken
     */
    public void append(Block header) throws InvalidBlock {
        boolean itsOwn = header.version().equals(Genesis.VERSION)
                && header.hash().equals(header.computeHash())
                && ROOT.matcher(header.merkleRoot()).matches();
        if (!itsOwn || !ProofOfWork.meets(header.hash(), header.difficulty())) {
            throw new InvalidBlock(header, "its header states its hash, and the hash shows its work");
        }
        BlockRules.checkNext(this, header);
        if (count == timestamps.length) {
            grow(Math.max(64, 2 * count));
        }
        pack(header.hash(), hashes, count);
        pack(header.merkleRoot(), roots, count);
        timestamps[count] = header.timestamp();
        nonces[count] = header.nonce();
        difficulties[count] = header.difficulty();
        count++;
    }

    private void grow(int capacity) {
        hashes = Arrays.copyOf(hashes, capacity * HASH_BYTES);
        roots = Arrays.copyOf(roots, capacity * HASH_BYTES);
        timestamps = Arrays.copyOf(timestamps, capacity);
        nonces = Arrays.copyOf(nonces, capacity);
        difficulties = Arrays.copyOf(difficulties, capacity);
    }

    private static void pack(String digits, byte[] packed, int place) {
        System.arraycopy(LOWER.parseHex(digits), 0, packed, place * HASH_BYTES, HASH_BYTES);
    }

    @Override
    public Block get(int index) {
        Objects.checkIndex(index, size());
        if (index < fork) {
            return ours.get(index);
        }
        int place = index - fork;
        return new Block(
                Genesis.VERSION,
                index + 1,
                timestamps[place],
                hash(index - 1),
                unpack(roots, place, UPPER),
                nonces[place],
                difficulties[place],
                List.of(),
                null,
                hash(index));
    }

    private String hash(int index) {
        return index < fork ? ours.get(index).hash() : unpack(hashes, index - fork, LOWER);
    }

    private static String unpack(byte[] packed, int place, HexFormat format) {
        return format.formatHex(packed, place * HASH_BYTES, (place + 1) * HASH_BYTES);
    }

    @Override
    public int size() {
        return fork + count;
    }
}
