package ingchain.wallet;

import ingchain.transaction.Receipt;
import java.security.SecureRandom;

/**
 * Makes keys, signs, and checks signatures: ECDSA over secp256k1, the curve of Bitcoin. Signing is deterministic (RFC
 * 6979), as in the original, so the same key and text always give the same signature and no bad randomness can give the
 * key away.
 */
public final class DigitalSignature {
    private final SecureRandom random;

    /** @param random where new private keys come from */
    public DigitalSignature(SecureRandom random) {
        this.random = random;
    }

    /** A new pair of keys. */
    public Account createAccount() {
        return accountOf(Secp256k1.newPrivateKey(random));
    }

    /**
     * The account of a private key.
     *
     * @param privateKey 64 hexadecimal digits
     * @throws IllegalArgumentException where it is no private key of this curve
     */
    public static Account accountOf(String privateKey) {
        String publicKey = Secp256k1.publicKeyOf(privateKey);
        return new Account(Account.ofPublicKey(publicKey), publicKey, privateKey);
    }

    /**
     * Signs an order to pay.
     *
     * @param payer whose private key signs
     * @param received the account to be paid
     * @param amount how many coins
     */
    public static Receipt sign(Account payer, String received, long amount) {
        String signature = Secp256k1.sign(payer.privateKey(), Receipt.hash(payer.publicKey(), received, amount));
        return new Receipt(new Receipt.Sender(payer.account(), payer.publicKey()), received, amount, signature);
    }

    /** Whether a receipt is signed by its sender, and the sender's account is that of its key. */
    public static boolean verify(Receipt receipt) {
        Receipt.Sender sender = receipt.sender();
        return sender.account().equals(Account.ofPublicKey(sender.publicKey()))
                && verify(sender.publicKey(), receipt.hash(), receipt.signature());
    }

    /**
     * @param publicKey a compressed point, 66 hexadecimal digits
     * @param hash what was signed, in hexadecimal
     * @param signature DER in hexadecimal
     * @return whether the key's owner signed that hash; false for anything that is no key or no signature
     */
    public static boolean verify(String publicKey, String hash, String signature) {
        return Secp256k1.verify(publicKey, hash, signature);
    }
}
