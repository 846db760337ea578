package ingchain.crypto;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The merkle root: one hash that stands for a whole list of transactions. Change, add, drop or reorder any of them and
 * the root changes, so a block needs to hash only the root and not its transactions.
 *
 * <p>The rules are the original program's and differ from Bitcoin's: texts are hashed and not bytes, the digits are
 * upper case, and an odd node at the end of a level moves up as it is (Bitcoin pairs it with itself).
 */
public final class MerkleRoot {
    private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();

    private MerkleRoot() {}

    /**
     * @param transactionHashes in the block's order, each 64 lower-case hexadecimal digits; at least one
     * @return 64 upper-case hexadecimal digits
     * @throws IllegalArgumentException where there is no transaction: an empty list has no root
     */
    public static String of(List<String> transactionHashes) {
        if (transactionHashes.isEmpty()) {
            throw new IllegalArgumentException("a merkle root needs at least one transaction");
        }
        List<String> level = leavesOf(transactionHashes);
        while (level.size() > 1) {
            level = parentsOf(level);
        }
        return level.get(0);
    }

    private static List<String> leavesOf(List<String> transactionHashes) {
        List<String> leaves = new ArrayList<>();
        for (String transactionHash : transactionHashes) {
            leaves.add(hash(transactionHash));
        }
        return leaves;
    }

    //> parents
    private static List<String> parentsOf(List<String> level) {
        List<String> parents = new ArrayList<>();
        for (int left = 0; left < level.size(); left += 2) {
            boolean alone = left + 1 == level.size();
            parents.add(alone ? level.get(left) : hash(level.get(left) + level.get(left + 1)));
        }
        return parents;
    }
    //< parents

    private static String hash(String text) {
        return UPPER_CASE.formatHex(Sha256.bytes(text));
    }
}
