package ingchain.wallet;

import java.util.regex.Pattern;

/**
 * A pair of keys and the account that belongs to it.
 *
 * @param account the public key's last 40 hexadecimal digits
 * @param publicKey a compressed point of secp256k1, 66 hexadecimal digits; may be shown to anybody
 * @param privateKey 64 hexadecimal digits; who has it can spend the account's coins
 */
public record Account(String account, String publicKey, String privateKey) {
    private static final int LENGTH = 40;
    private static final Pattern VALID = Pattern.compile("[0-9a-f]{" + LENGTH + "}");

    /** Whether a text could be an account's name: 40 lower-case hexadecimal digits. Null could not. */
    public static boolean isValid(String account) {
        return account != null && VALID.matcher(account).matches();
    }

    /** The account of a public key; the whole text where it is shorter than an account. */
    public static String ofPublicKey(String publicKey) {
        return publicKey.substring(Math.max(0, publicKey.length() - LENGTH));
    }

    /** Without the private key: whatever is printed ends up in a log. */
    @Override
    public String toString() {
        return "Account[" + account + "]";
    }
}
