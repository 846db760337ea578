package ingchain.wallet;

import ingchain.transaction.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The accounts whose private keys are here. Thread-safe. */
public final class Wallet {
    private final DigitalSignature keys;
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    /** @param keys makes the keys of new accounts */
    public Wallet(DigitalSignature keys) {
        this.keys = keys;
    }

    /** Makes an account and keeps it. */
    public synchronized Account create() {
        Account account = keys.createAccount();
        accounts.put(account.account(), account);
        return account;
    }

    /** Keeps an account that was made elsewhere. */
    public synchronized void add(Account account) {
        accounts.put(account.account(), account);
    }

    /** All accounts, oldest first; a copy. */
    public synchronized List<Account> accounts() {
        return new ArrayList<>(accounts.values());
    }

    /**
     * Signs an order to pay.
     *
     * @throws IllegalArgumentException where the payer's key is not in this wallet
     */
    public synchronized Receipt sign(String payer, String received, long amount) {
        Account account = accounts.get(payer);
        if (account == null) {
            throw new IllegalArgumentException("this wallet has no key for account " + payer);
        }
        return DigitalSignature.sign(account, received, amount);
    }
}
