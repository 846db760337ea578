package ingchain.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the search for a nonce")
class NonceSearchTest {
    @Test
    @DisplayName("finds what plain hashing finds, wherever SHA-256's pieces of 64 bytes end and nonces gain a digit")
    void everyLength() {
        long[] starts = {0, 1, 5, 9, 96, 99, 998, 99_990, 9_999_999, 999_999_999_995L};
        for (int length = 0; length <= 130; length++) {
            for (long start : starts) {
                assertAgrees(block(7, 1, "f".repeat(length), 1, 4), start, 60);
            }
        }
    }

    @Test
    @DisplayName("finds what plain hashing finds for blocks of any height, time and difficulty")
    void anyBlock() {
        long seed = 20_090_103;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int height = 1 + random.nextInt(Integer.MAX_VALUE - 1) >>> random.nextInt(31);
            long timestamp = random.nextLong() >>> 1 + random.nextInt(50);
            long candidateNonce = random.nextLong() >>> 1 + random.nextInt(60);
            Block block = block(height, timestamp, "0".repeat(64), candidateNonce, random.nextInt(9));
            assertAgrees(block, random.nextLong() >>> 4 + random.nextInt(60), 200);
        }
    }

    @Test
    @DisplayName("hashes what a block says as UTF-8, as the block does")
    void notAscii() {
        assertAgrees(block(2, 1, "해시", 1, 6), 1, 500);
    }

    @Test
    @DisplayName("tries as many nonces as it is told to and no more")
    void count() {
        Block block = block(2, 1, "", 1, 8);
        long found = plainly(block, 1, 100_000);
        assertThat(found).isGreaterThan(1);
        assertThat(new NonceSearch(block).find(1, (int) found - 1, () -> false)).isEqualTo(-1);
        assertThat(new NonceSearch(block).find(1, (int) found, () -> false)).isEqualTo(found);
        assertThat(new NonceSearch(block).find(1, 0, () -> false)).isEqualTo(-1);
    }

    @Test
    @DisplayName("stops when it is told to")
    void stops() {
        assertThat(new NonceSearch(block(2, 1, "", 1, 0)).find(1, 100, () -> true))
                .isEqualTo(-1);
    }

    private static void assertAgrees(Block block, long from, int count) {
        assertThat(new NonceSearch(block).find(from, count, () -> false))
                .as("%s from %d", block.headerText(), from)
                .isEqualTo(plainly(block, from, count));
    }

    private static long plainly(Block block, long from, int count) {
        for (long nonce = from; nonce < from + count; nonce++) {
            if (ProofOfWork.meets(block.withNonce(nonce).hash(), block.difficulty())) {
                return nonce;
            }
        }
        return -1;
    }

    private static Block block(int height, long timestamp, String previousHash, long nonce, int difficulty) {
        return new Block("1.0.0", height, timestamp, previousHash, "", nonce, difficulty, List.of(), null, "");
    }
}
