package ingchain;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.Transfer;
import ingchain.transaction.UnspentOutput;
import ingchain.transaction.UnspentOutputs;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import java.util.ArrayList;
import java.util.List;

/** People, blocks and payments for tests; always the same ones. */
public final class Samples {
    public static final Account ALICE = account(11);
    public static final Account BOB = account(22);
    public static final Account CAROL = account(33);

    private Samples() {}

    /** The account whose private key is that number. */
    public static Account account(int number) {
        return DigitalSignature.accountOf(String.format("%064x", number));
    }

    /** A block on top of another, made without work: the chain and its transactions do not ask for any. */
    public static Block on(Block tip, Account miner, Transaction... transfers) {
        int height = tip.height() + 1;
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(Transaction.coinbase(miner.account(), height));
        transactions.addAll(List.of(transfers));
        return stated(height, tip.hash(), transactions);
    }

    /** A block that states the right hash and merkle root, whatever is in it. */
    public static Block stated(int height, String previousHash, List<Transaction> transactions) {
        long timestamp = 1_700_000_000_000L + height;
        Block block = new Block("1.0.0", height, timestamp, previousHash, "", 0, 0, transactions, null, "");
        String root = transactions.isEmpty() ? "" : block.computeMerkleRoot();
        Block rooted = new Block("1.0.0", height, timestamp, previousHash, root, 0, 0, transactions, null, "");
        return rooted.withHash(rooted.computeHash());
    }

    /** The genesis block and some more on top of it, all of one miner. */
    public static List<Block> branch(Account miner, int more) {
        List<Block> blocks = new ArrayList<>(List.of(Genesis.BLOCK));
        for (int i = 0; i < more; i++) {
            blocks.add(on(blocks.get(i), miner));
        }
        return blocks;
    }

    /** What is unspent after the last of these blocks. */
    public static UnspentOutputs unspentAfter(List<Block> blocks) {
        UnspentOutputs unspent = new UnspentOutputs();
        for (Block block : blocks.subList(1, blocks.size())) {
            try {
                unspent.apply(block.height(), block.transactions(), TransactionRules.STRICT);
            } catch (InvalidTransaction e) {
                throw new AssertionError(e);
            }
        }
        return unspent;
    }

    /** A signed transfer that takes as many of these coins as it needs. */
    public static Transaction pay(Account payer, Account receiver, long amount, List<UnspentOutput> coins) {
        try {
            return Transfer.of(DigitalSignature.sign(payer, receiver.account(), amount), coins, made -> false);
        } catch (InvalidTransaction e) {
            throw new AssertionError(e);
        }
    }
}
