package ingchain.wallet;

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
 * The curve: keys and signatures as hexadecimal digits. All that needs Bouncy Castle is here, and is loaded with the first
 * key or signature: Java checks all of its jar then, and a program that signs nothing need not wait for that.
 */
public final class Secp256k1 {
    private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");
    private static final ECDomainParameters CURVE = new ECDomainParameters(PARAMETERS);
    private static final int PRIVATE_KEY_DIGITS = 64;
    private static final int PUBLIC_KEY_DIGITS = 66;

    private Secp256k1() {}

    /** A new private key, 64 digits. */
    static String newPrivateKey(SecureRandom random) {
        BigInteger key =
                BigIntegers.createRandomInRange(BigInteger.ONE, CURVE.getN().subtract(BigInteger.ONE), random);
        String digits = key.toString(16);
        return "0".repeat(PRIVATE_KEY_DIGITS - digits.length()) + digits;
    }

    /**
     * The public key of a private one: a compressed point, 66 digits.
     *
     * @throws IllegalArgumentException where it is no private key of this curve
     */
    static String publicKeyOf(String privateKey) {
        byte[] point = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), number(privateKey))
                .normalize()
                .getEncoded(true);
        return Hex.encodeHexString(point);
    }

    /** Signs a hash; gives DER. */
    static String sign(String privateKey, String hash) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(number(privateKey), CURVE));
        try {
            BigInteger[] pair = signer.generateSignature(Hex.decodeHex(hash));
            return Hex.encodeHexString(StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), pair[0], pair[1]));
        } catch (DecoderException | IOException e) {
            throw new IllegalStateException("a hash and a signature can always be encoded", e);
        }
    }

    /** Whether the key's owner signed that hash; false for anything that is no key or no signature. */
    static boolean verify(String publicKey, String hash, String signature) {
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

    private static BigInteger number(String privateKey) {
        if (!privateKey.matches("[0-9a-f]{" + PRIVATE_KEY_DIGITS + "}")) {
            throw new IllegalArgumentException("a private key has 64 lower-case hexadecimal digits");
        }
        BigInteger key = new BigInteger(privateKey, 16);
        if (key.signum() == 0 || key.compareTo(CURVE.getN()) >= 0) {
            throw new IllegalArgumentException("this is no private key of secp256k1: it is 0 or too large");
        }
        return key;
    }
}
