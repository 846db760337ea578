package ingchain.transaction;

import ingchain.crypto.Sha256;
import java.util.Objects;

/**
 * An order to pay, signed by the one who pays.
 *
 * @param sender who pays
 * @param received the account that is paid
 * @param amount how many coins, 1 or more
 * @param signature of {@link #hash} with the sender's private key, DER in hexadecimal
 */
public record Receipt(Sender sender, String received, long amount, String signature) {
    /**
     * @param account 40 hexadecimal digits
     * @param publicKey 66 hexadecimal digits, of which the last 40 are the account
     */
    public record Sender(String account, String publicKey) {
        /** @throws NullPointerException where either is null */
        public Sender {
            Objects.requireNonNull(account, "a sender has an account");
            Objects.requireNonNull(publicKey, "a sender has a publicKey");
        }
    }

    /** @throws NullPointerException where anything is null */
    public Receipt {
        Objects.requireNonNull(sender, "a receipt has a sender");
        Objects.requireNonNull(received, "a receipt says who is paid (received)");
        Objects.requireNonNull(signature, "a receipt has a signature");
    }

    /** What is signed: 64 lower-case hexadecimal digits. */
    public String hash() {
        return hash(sender.publicKey(), received, amount);
    }

    /** What is signed, from its parts. */
    public static String hash(String publicKey, String received, long amount) {
        return Sha256.hex(publicKey + received + amount);
    }
}
