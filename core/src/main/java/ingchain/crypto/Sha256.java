package ingchain.crypto;

import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of texts, written in hexadecimal. Everything in this blockchain is hashed as text, never as raw bytes. */
public final class Sha256 {
    private Sha256() {}

    /**
     * @param text what to hash, as UTF-8; not null
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(String text) {
        return DigestUtils.sha256Hex(text);
    }
}
