package ingchain.wallet;

import ingchain.transaction.Receipt;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * Makes keys, signs, and checks signatures: ECDSA over secp256k1, the curve of Bitcoin. Signing is deterministic (RFC
 * 6979), as in the original, so the same key and text always give the same signature and no bad randomness can give the
 * key away.
 */
public final class DigitalSignature {
    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters CURVE = new ECDomainParameters(PARAMETERS);
    private static final int PRIVATE_KEY_DIGITS = 64;
    private static final int PUBLIC_KEY_DIGITS = 66;

    private final SecureRandom random;

    /** @param random where new private keys come from */
    public DigitalSignature(SecureRandom random) {
        this.random = random;
    }

    /** A new pair of keys. */
    public Account createAccount() {
        BigInteger key =
                BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
        String digits = key.toString(16);
        return accountOf("0".repeat(PRIVATE_KEY_DIGITS - digits.length()) + digits);
    }

    /**
     * The account of a private key.
     *
     * @param privateKey 64 hexadecimal digits
     * @throws IllegalArgumentException where it is no private key of this curve
     */
    public static Account accountOf(String privateKey) {
        BigInteger key = privateKey(privateKey);
        byte[] point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), key)
                .normalize()
                .getEncoded(true);
        String publicKey = Hex.encodeHexString(point);
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
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(privateKey(payer.privateKey()), CURVE));
        try {
            String hash = Receipt.hash(payer.publicKey(), received, amount);
            BigInteger[] pair = signer.generateSignature(Hex.decodeHex(hash));
            byte[] der = StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]);
            return new Receipt(
                    new Receipt.Sender(payer.account(), payer.publicKey()), received, amount, Hex.encodeHexString(der));
        } catch (DecoderException | IOException e) {
            throw new IllegalStateException("a hash and a signature can always be encoded", e);
        }
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
        if (publicKey.length() != PUBLIC_KEY_DIGITS) {
            return false;
        }
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(CURVE.getN(), Hex.decodeHex(signature));
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(
                    false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(Hex.decodeHex(publicKey)), CURVE));
            return verifier.verifySignature(Hex.decodeHex(hash), pair[0], pair[1]);
        } catch (DecoderException | IOException | RuntimeException e) {
            return false; // the peer sent something else than a key and a signature
        }
    }

    private static BigInteger privateKey(String digits) {
        if (!digits.matches("[0-9a-f]{" + PRIVATE_KEY_DIGITS + "}")) {
            throw new IllegalArgumentException("a private key has 64 lower-case hexadecimal digits");
        }
        BigInteger key = new BigInteger(digits, 16);
        if (key.signum() == 0 || key.compareTo(CURVE.getN()) >= 0) {
            throw new IllegalArgumentException("this is no private key of secp256k1: it is 0 or too large");
        }
        return key;
    }
}
