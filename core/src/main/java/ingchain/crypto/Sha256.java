package ingchain.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of texts, written in hexadecimal. Everything in this blockchain is hashed as text, never as raw bytes. */
public final class Sha256 {
    /** One for each thread, and used again and again: to look it up takes half as long as to hash a short text. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(DigestUtils::getSha256Digest);

    private Sha256() {}

    /**
     * @param text what to hash, as UTF-8; not null
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    /** The 32 bytes of the hash. */
    static byte[] bytes(String text) {
        return DIGEST.get().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
