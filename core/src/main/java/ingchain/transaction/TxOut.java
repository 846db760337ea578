package ingchain.transaction;

import java.util.Objects;

/**
 * What a transaction makes: coins that belong to an account.
 *
 * @param account whose they are
 * @param amount how many; whole coins only
 */
public record TxOut(String account, long amount) {
    /** @throws NullPointerException where the account is null */
    public TxOut {
        Objects.requireNonNull(account, "an output has an account");
    }
}
