package ingchain.block;

/**
 * Work that can be seen: a hash that starts with many zero bits. Nobody can aim at such a hash, so whoever shows one
 * for a block has tried about 2 to the power of {@code difficulty} nonces; checking it takes a single hash.
 */
public final class ProofOfWork {
    private ProofOfWork() {}

    /**
     * @param hash hexadecimal digits
     * @param difficulty how many zero bits are asked for; 0 or less asks for nothing
     * @return whether the hash, written in binary, starts with that many zeros
     */
    public static boolean meets(String hash, int difficulty) {
        return leadingZeroBits(hash) >= difficulty;
    }

    /**
     * @param hash hexadecimal digits
     * @return with how many zeros the hash starts when it is written in binary, four digits for each of its own
     */
    public static int leadingZeroBits(String hash) {
        int zeros = 0;
        for (int i = 0; i < hash.length(); i++) {
            int digit = Character.digit(hash.charAt(i), 16);
            if (digit != 0) {
                // A digit stands for 4 of an int's 32 bits. What is no digit (-1) has no leading zeros at all.
                return zeros + Math.max(0, Integer.numberOfLeadingZeros(digit) - 28);
            }
            zeros += 4;
        }
        return zeros;
    }
}
