package ingchain.node.hostile;

import static ingchain.node.hostile.UnderAttack.ALICE;
import static ingchain.node.hostile.UnderAttack.MALLORY;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.ProofOfWork;
import ingchain.crypto.MerkleRoot;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blocks that would come next on a chain, each flawless but for one rule, whose name it has. */
final class BrokenBlocks {
    private static final String SOMEBODY = "e".repeat(40);

    private final Block tip;
    private final Transaction coinbase;
    private final Transaction alices; // the coinbase of a block that was hers
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    private BrokenBlocks(List<Block> chain) {
        tip = chain.get(chain.size() - 1);
        coinbase = Transaction.coinbase(MALLORY.account(), tip.height() + 1);
        alices = chain.get(1).transactions().get(0);
    }

    /** @param chain up to height 8, where a block needs no work yet; the miner of its second block is Alice */
    static Map<String, Block> on(List<Block> chain) {
        BrokenBlocks broken = new BrokenBlocks(chain);
        broken.headers();
        broken.coinbases();
        broken.transfers();
        return broken.blocks;
    }

    /** A block that breaks no rule. */
    static Block flawless(List<Block> chain) {
        BrokenBlocks next = new BrokenBlocks(chain);
        return next.with(List.of(next.coinbase));
    }

    /** Another one, in which Alice pays. */
    static Block flawlessWithTransfer(List<Block> chain) {
        BrokenBlocks next = new BrokenBlocks(chain);
        return next.with(List.of(next.coinbase, next.transfer(ALICE, ALICE.publicKey(), SOMEBODY, 50)));
    }

    private void headers() {
        Block good = with(List.of(coinbase));
        int height = good.height();
        long time = good.timestamp();
        String root = good.merkleRoot();
        blocks.put("version", header("1.0.1", height, time, tip.hash(), root, 0));
        blocks.put("height above", header(Genesis.VERSION, height + 1, time, tip.hash(), root, 0));
        blocks.put("height below", header(Genesis.VERSION, height - 1, time, tip.hash(), root, 0));
        blocks.put("negative height", header(Genesis.VERSION, -1, time, tip.hash(), root, 0));
        blocks.put("previous hash", header(Genesis.VERSION, height, time, "0".repeat(64), root, 0));
        blocks.put("falling time", header(Genesis.VERSION, height, tip.timestamp() - 1, tip.hash(), root, 0));
        blocks.put("far future", header(Genesis.VERSION, height, time + 3 * 60 * 60_000, tip.hash(), root, 0));
        blocks.put("greatest time", header(Genesis.VERSION, height, Long.MAX_VALUE, tip.hash(), root, 0));
        blocks.put("difficulty of its own", header(Genesis.VERSION, height, time, tip.hash(), root, 4));
        blocks.put("negative difficulty", header(Genesis.VERSION, height, time, tip.hash(), root, -1));
        blocks.put("merkle root", header(Genesis.VERSION, height, time, tip.hash(), "A".repeat(64), 0));
        blocks.put("hash", good.withHash("0".repeat(64)));
        blocks.put("no work", unworked(good, 255));
        blocks.put("most difficulty", unworked(good, Integer.MAX_VALUE));
        blocks.put("no transactions", header(Genesis.VERSION, height, time, tip.hash(), root, 0, List.of()));
    }

    private void coinbases() {
        TxIn in = TxIn.coinbase(tip.height() + 1);
        TxOut reward = new TxOut(MALLORY.account(), Transaction.BLOCK_REWARD);
        put("greater reward", Transaction.of(List.of(in), List.of(new TxOut(MALLORY.account(), 51))));
        put("two rewards", Transaction.of(List.of(in), List.of(reward, reward)));
        put("reward for nobody", Transaction.of(List.of(in), List.of(new TxOut("", 50))));
        put("coinbase of another height", Transaction.coinbase(MALLORY.account(), tip.height()));
        put("signed coinbase", Transaction.of(List.of(new TxIn(in.txOutIndex(), null, "00", null)), List.of(reward)));
        put("coinbase's hash", new Transaction(List.of(in), List.of(reward), "0".repeat(64)));
        put("two coinbases", coinbase, coinbase);
        put("no coinbase", transfer(ALICE, ALICE.publicKey(), SOMEBODY, 50));
    }

    private void transfers() {
        String hers = ALICE.publicKey();
        put("another's signature", coinbase, transfer(MALLORY, hers, SOMEBODY, 50));
        put("another's key", coinbase, transfer(MALLORY, MALLORY.publicKey(), SOMEBODY, 50));
        put("no key", coinbase, transfer(ALICE, null, SOMEBODY, 50));
        put("short key", coinbase, transfer(ALICE, "", SOMEBODY, 50));
        put("more than is taken", coinbase, transfer(ALICE, hers, SOMEBODY, 51));
        put("less than is taken", coinbase, transfer(ALICE, hers, SOMEBODY, 49));
        put("nothing", coinbase, transfer(ALICE, hers, SOMEBODY, 0));
        put("less than nothing", coinbase, transfer(ALICE, hers, SOMEBODY, -50));
        put("overflow", coinbase, transfer(ALICE, hers, SOMEBODY, Long.MAX_VALUE));
        put("no account", coinbase, transfer(ALICE, hers, "nobody", 50));
        Transaction honest = transfer(ALICE, hers, SOMEBODY, 50);
        put("the same transfer twice", coinbase, honest, honest);
        put("one coin in two transfers", coinbase, honest, transfer(ALICE, hers, MALLORY.account(), 50));
        TxIn in = honest.txIns().get(0);
        TxOut half = new TxOut(SOMEBODY, 50);
        put("one coin twice", coinbase, Transaction.of(List.of(in, in), List.of(half, new TxOut(ALICE.account(), 50))));
        put("takes nothing", coinbase, Transaction.of(List.of(), List.of(half)));
        put("pays nobody", coinbase, Transaction.of(List.of(in), List.of()));
        put("unknown coin", coinbase, taking(in, "0".repeat(64), 0, half));
        put("unknown place", coinbase, taking(in, in.txOutId(), 1, half));
        put("negative place", coinbase, taking(in, in.txOutId(), -1, half));
        put("change for another", coinbase, changed(in, MALLORY));
        put("transfer's hash", coinbase, new Transaction(honest.txIns(), honest.txOuts(), "0".repeat(64)));
    }

    private static Transaction taking(TxIn in, String hash, int place, TxOut out) {
        return Transaction.of(List.of(new TxIn(place, hash, in.signature(), in.publicKey())), List.of(out));
    }

    private Transaction changed(TxIn in, Account change) {
        Receipt receipt = DigitalSignature.sign(ALICE, SOMEBODY, 20);
        TxIn signed = new TxIn(in.txOutIndex(), in.txOutId(), receipt.signature(), in.publicKey());
        return Transaction.of(List.of(signed), List.of(new TxOut(SOMEBODY, 20), new TxOut(change.account(), 30)));
    }

    /** Takes Alice's coin. */
    private Transaction transfer(Account signer, String publicKey, String receiver, long amount) {
        String signature = DigitalSignature.sign(signer, receiver, amount).signature();
        TxIn in = new TxIn(0, alices.hash(), signature, publicKey);
        return Transaction.of(List.of(in), List.of(new TxOut(receiver, amount)));
    }

    private void put(String rule, Transaction... transactions) {
        blocks.put(rule, with(List.of(transactions)));
    }

    private Block with(List<Transaction> transactions) {
        String root = MerkleRoot.of(transactions.stream().map(Transaction::hash).toList());
        return header(Genesis.VERSION, tip.height() + 1, tip.timestamp() + 1, tip.hash(), root, 0, transactions);
    }

    private Block header(String version, int height, long time, String previous, String root, int difficulty) {
        return header(version, height, time, previous, root, difficulty, List.of(coinbase));
    }

    private static Block header(
            String version,
            int height,
            long time,
            String previous,
            String root,
            int difficulty,
            List<Transaction> transactions) {
        Block block = new Block(version, height, time, previous, root, 0, difficulty, transactions, null, "");
        for (long nonce = 0; ; nonce++) {
            Block tried = block.withNonce(nonce);
            if (ProofOfWork.meets(tried.hash(), difficulty)) {
                return tried;
            }
        }
    }

    private static Block unworked(Block block, int difficulty) {
        return new Block(
                        block.version(),
                        block.height(),
                        block.timestamp(),
                        block.previousHash(),
                        block.merkleRoot(),
                        block.nonce(),
                        difficulty,
                        block.transactions(),
                        null,
                        "")
                .withNonce(1);
    }

    /** The chain with that block on top of it, and a flawless one on top of that. */
    static List<Block> chainWith(List<Block> chain, Block broken) {
        List<Block> all = new ArrayList<>(chain);
        all.add(broken);
        all.add(flawless(all));
        return all;
    }
}
