package ingchain;

import ingchain.block.Block;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.transaction.InvalidTransaction;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TransactionPool;
import ingchain.transaction.TransactionRules;
import ingchain.transaction.Transfer;
import ingchain.transaction.UnspentOutput;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A whole blockchain on one machine, without its network: mine, pay, look up. Thread-safe. */
public final class Ingchain {
    private final Chain chain;
    private final TransactionPool pool;
    private final Wallet wallet;
    private final Miner miner;

    /** With the system's clock and randomness, one mining thread, and transfers that must prove who signed them. */
    public Ingchain() {
        this(new Chain(), new Wallet(new DigitalSignature(new SecureRandom())), new Miner(Clock.systemUTC(), 1));
    }

    /** As {@link #Ingchain()}, with other rules. */
    public Ingchain(TransactionRules rules) {
        this(new Chain(rules), new Wallet(new DigitalSignature(new SecureRandom())), new Miner(Clock.systemUTC(), 1));
    }

    /** Of parts made elsewhere. */
    public Ingchain(Chain chain, Wallet wallet, Miner miner) {
        this.chain = chain;
        this.pool = new TransactionPool(chain);
        this.wallet = wallet;
        this.miner = miner;
    }

    /** The blocks. */
    public Chain chain() {
        return chain;
    }

    /** The transfers that wait for a block. */
    public TransactionPool pool() {
        return pool;
    }

    /** The accounts whose keys are here. */
    public Wallet wallet() {
        return wallet;
    }

    /** How many coins an account has, in blocks; what waits in the pool does not count. */
    public long balance(String account) {
        return chain.balance(account);
    }

    /**
     * Mines the next block with all transfers that wait, and appends it. Where another block comes first, it starts
     * over on that.
     *
     * @param account who gets the reward
     * @return the new tip
     * @throws IllegalArgumentException where that is no account
     */
    public Block mine(String account) {
        requireAccount(account);
        while (true) {
            List<Block> base = chain.blocks();
            Block tip = base.get(base.size() - 1);
            List<Transaction> transactions = new ArrayList<>();
            transactions.add(Transaction.coinbase(account, tip.height() + 1));
            transactions.addAll(pool.pending());
            Block block = miner.mine(base, transactions, () -> chain.tip() != tip);
            if (block != null && appendTo(tip, block)) {
                return block;
            }
        }
    }

    private boolean appendTo(Block tip, Block block) {
        synchronized (chain) {
            if (chain.tip() != tip) {
                return false;
            }
            try {
                chain.append(block);
            } catch (InvalidTransaction e) {
                throw new IllegalStateException(
                        "the pool has fallen behind the chain: refresh it whenever that changes", e);
            }
            pool.refresh(List.of());
            return true;
        }
    }

    /**
     * Carries out an order to pay: the transfer waits in the pool for the next block.
     *
     * @return the transfer
     * @throws InvalidTransaction where the receipt is not signed by its sender, or the sender's coins do not cover
     *     it; nothing has changed
     */
    public Transaction send(Receipt receipt) throws InvalidTransaction {
        if (receipt.amount() < 1) {
            throw new InvalidTransaction("a payment is 1 coin or more, not " + receipt.amount());
        }
        if (!Account.isValid(receipt.received())) {
            throw new InvalidTransaction("the receiver is no account of 40 hexadecimal digits: " + receipt.received());
        }
        if (!DigitalSignature.verify(receipt)) {
            throw new InvalidTransaction("the receipt is not signed by its sender");
        }
        synchronized (chain) {
            List<UnspentOutput> coins = chain.unspentOf(receipt.sender().account()).stream()
                    .filter(coin -> !pool.takes(coin.outPoint()))
                    .toList();
            Transaction transfer = Transfer.of(receipt, coins, made -> chain.hasOutputOf(made) || pool.contains(made));
            pool.add(transfer);
            return transfer;
        }
    }

    private static void requireAccount(String account) {
        if (!Account.isValid(account)) {
            throw new IllegalArgumentException("an account has 40 lower-case hexadecimal digits, not: " + account);
        }
    }
}
