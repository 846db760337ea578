package ingchain.node.storage;

import ingchain.block.Block;
import ingchain.block.Difficulty;
import ingchain.block.ProofOfWork;
import ingchain.consensus.BlockRules;
import ingchain.consensus.ChainRules;
import ingchain.consensus.LongestChain;
import ingchain.crypto.MerkleRoot;
import ingchain.crypto.Sha256;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.UnspentOutputs;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Secp256k1;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Tells whose code checked a chain. A stored chain was checked block by block when it came, and a checksum tells whether
 * it is still what was stored; checking it all again on each start would take seconds for nothing. But steps change: a
 * student corrects a rule, or starts the node on the reference. What other code let pass is then checked again, once.
 */
final class CheckedBy {
    /** The code that decides whether a block is valid. */
    private static final List<Class<?>> RULES = List.of(
            BlockRules.class,
            ChainRules.class,
            LongestChain.class,
            Block.class,
            Difficulty.class,
            ProofOfWork.class,
            MerkleRoot.class,
            Sha256.class,
            Transaction.class,
            TransactionRules.class,
            UnspentOutputs.class,
            DigitalSignature.class,
            Secp256k1.class);

    private CheckedBy() {}

    /** A text that differs where the code or the rules do. */
    static String code(TransactionRules rules) {
        CRC32C crc = new CRC32C();
        for (Class<?> type : RULES) {
            try (InputStream code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
                crc.update(code.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(crc.getValue()) + (rules.acceptsOriginalTransfers() ? " original" : " strict");
    }
}
