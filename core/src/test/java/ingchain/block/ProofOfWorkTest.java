package ingchain.block;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.crypto.Sha256;
import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("proof of work")
class ProofOfWorkTest {
    private static final String ALL_ZERO = "0".repeat(64);
    private static final String ALL_ONE = "f".repeat(64);

    @ParameterizedTest(name = "{0} starts with {1} zero bits")
    @CsvSource({
        "8,0", "f,0", "4,1", "7,1", "2,2", "3,2", "1,3", "0,4", "08,4", "01,7", "00f,8", "001,11", "F0,0", "0A,4"
    })
    @DisplayName("a hexadecimal digit is four binary ones")
    void digits(String hash, int zeros) {
        assertThat(ProofOfWork.leadingZeroBits(hash)).isEqualTo(zeros);
    }

    @Test
    @DisplayName("a hash of nothing but zeros meets difficulty 256, and no hash meets 257")
    void allZero() {
        assertThat(ProofOfWork.leadingZeroBits(ALL_ZERO)).isEqualTo(256);
        assertThat(ProofOfWork.meets(ALL_ZERO, 256)).isTrue();
        assertThat(ProofOfWork.meets(ALL_ZERO, 257)).isFalse();
        assertThat(ProofOfWork.meets(ALL_ZERO, Integer.MAX_VALUE)).isFalse();
    }

    @Test
    @DisplayName("difficulty 0 and less ask for nothing")
    void nothing() {
        assertThat(ProofOfWork.meets(ALL_ONE, 0)).isTrue();
        assertThat(ProofOfWork.meets(ALL_ONE, -1)).isTrue();
        assertThat(ProofOfWork.meets(ALL_ONE, Integer.MIN_VALUE)).isTrue();
        assertThat(ProofOfWork.meets(ALL_ONE, 1)).isFalse();
    }

    @Test
    @DisplayName("what is no hexadecimal digit is no zero")
    void garbage() {
        assertThat(ProofOfWork.leadingZeroBits("00x000")).isEqualTo(8);
        assertThat(ProofOfWork.leadingZeroBits("-000")).isZero();
        assertThat(ProofOfWork.leadingZeroBits("")).isZero();
    }

    @Test
    @DisplayName("the zeros of a hash are those of the number that it writes")
    void asNumber() {
        for (int i = 0; i < 1_000; i++) {
            String hash = Sha256.hex(Integer.toString(i));
            int zeros = 256 - new BigInteger(hash, 16).bitLength();
            assertThat(ProofOfWork.leadingZeroBits(hash)).isEqualTo(zeros);
            assertThat(ProofOfWork.meets(hash, zeros)).isTrue();
            assertThat(ProofOfWork.meets(hash, zeros + 1)).isFalse();
        }
    }
}
