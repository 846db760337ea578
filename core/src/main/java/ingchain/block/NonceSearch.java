package ingchain.block;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Tries nonce after nonce on one header. SHA-256 takes its input in pieces of 64 bytes, and the nonce comes last in the
 * header's text: all pieces before it are the same for every nonce. So they are hashed once, and each nonce starts from
 * a copy of that state and costs one piece instead of three.
 */
final class NonceSearch {
    /** How many nonces to try between two looks at whether to stop: well under a millisecond's worth. */
    private static final int STRIDE = 1 << 10;

    private final MessageDigest headerWithoutNonce = DigestUtils.getSha256Digest();
    private final int difficulty;
    private final byte[] hash = new byte[32];

    NonceSearch(Block candidate) {
        String header = candidate.headerText();
        int nonceDigits = Long.toString(candidate.nonce()).length();
        headerWithoutNonce.update(
                header.substring(0, header.length() - nonceDigits).getBytes(StandardCharsets.UTF_8));
        difficulty = candidate.difficulty();
    }

    /**
     * @param from the first nonce to try, 0 or more
     * @param count how many to try
     * @param stop once true, the search ends
     * @return the first nonce that is good enough, or -1
     */
    long find(long from, int count, BooleanSupplier stop) {
        byte[] digits = Long.toString(from).getBytes(StandardCharsets.US_ASCII);
        for (int tried = 0; tried < count; tried++) {
            if (tried % STRIDE == 0 && stop.getAsBoolean()) {
                return -1;
            }
            if (isGoodEnough(digits)) {
                return from + tried;
            }
            digits = next(digits);
        }
        return -1;
    }

    private boolean isGoodEnough(byte[] nonce) {
        try {
            MessageDigest digest = (MessageDigest) headerWithoutNonce.clone();
            digest.update(nonce);
            digest.digest(hash, 0, hash.length);
        } catch (CloneNotSupportedException | DigestException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be copied", e);
        }
        return leadingZeroBits(hash) >= difficulty;
    }

    private static int leadingZeroBits(byte[] hash) {
        int zeros = 0;
        for (byte b : hash) {
            if (b != 0) {
                return zeros + Integer.numberOfLeadingZeros(b & 0xff) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    /** The next number, in place where it has as many digits: "199" becomes "200". */
    private static byte[] next(byte[] digits) {
        for (int i = digits.length - 1; i >= 0; i--) {
            if (digits[i] != '9') {
                digits[i]++;
                return digits;
            }
            digits[i] = '0';
        }
        byte[] longer = new byte[digits.length + 1];
        Arrays.fill(longer, (byte) '0');
        longer[0] = '1';
        return longer;
    }
}
