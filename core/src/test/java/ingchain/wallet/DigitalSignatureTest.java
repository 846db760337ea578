package ingchain.wallet;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.transaction.Receipt;
import ingchain.transaction.Receipt.Sender;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;
import org.apache.commons.codec.binary.Hex;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("keys and signatures")
class DigitalSignatureTest {
    /** How many private keys secp256k1 has, and one more. */
    private static final BigInteger N =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private final Receipt receipt = DigitalSignature.sign(ALICE, BOB.account(), 30);

    @Test
    @DisplayName("a signed receipt says who pays whom how much, and holds")
    void holds() {
        assertThat(receipt.sender()).isEqualTo(new Sender(ALICE.account(), ALICE.publicKey()));
        assertThat(receipt.received()).isEqualTo(BOB.account());
        assertThat(receipt.amount()).isEqualTo(30);
        assertThat(DigitalSignature.verify(receipt)).isTrue();
        assertThat(DigitalSignature.verify(ALICE.publicKey(), receipt.hash(), receipt.signature()))
                .isTrue();
    }

    @Test
    @DisplayName("signing twice gives the same signature")
    void deterministic() {
        assertThat(DigitalSignature.sign(ALICE, BOB.account(), 30)).isEqualTo(receipt);
        assertThat(DigitalSignature.sign(ALICE, BOB.account(), 31).signature()).isNotEqualTo(receipt.signature());
    }

    @Test
    @DisplayName("a receipt that was changed does not hold, whatever was changed")
    void changed() {
        Sender alice = receipt.sender();
        String signature = receipt.signature();
        assertThat(DigitalSignature.verify(new Receipt(alice, CAROL.account(), 30, signature)))
                .isFalse();
        assertThat(DigitalSignature.verify(new Receipt(alice, BOB.account(), 31, signature)))
                .isFalse();
        Sender bob = new Sender(BOB.account(), BOB.publicKey());
        assertThat(DigitalSignature.verify(new Receipt(bob, BOB.account(), 30, signature)))
                .isFalse();
        Sender notHers = new Sender(BOB.account(), ALICE.publicKey());
        assertThat(DigitalSignature.verify(new Receipt(notHers, BOB.account(), 30, signature)))
                .isFalse();
    }

    @Test
    @DisplayName("a signature with any one digit changed does not hold, and is never an error")
    void everyDigit() {
        String good = receipt.signature();
        for (int i = 0; i < good.length(); i++) {
            char other = good.charAt(i) == '0' ? '1' : '0';
            String bad = good.substring(0, i) + other + good.substring(i + 1);
            assertThat(DigitalSignature.verify(ALICE.publicKey(), receipt.hash(), bad))
                    .as(bad)
                    .isFalse();
        }
    }

    @Test
    @DisplayName("what is no key, no hash or no signature does not hold, and is never an error (seed 7)")
    void garbage() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String key = random.nextBoolean() ? ALICE.publicKey() : text(random, 66);
            String signature = random.nextInt(4) == 0 ? receipt.signature() : "30" + text(random, random.nextInt(150));
            String hash = random.nextInt(4) == 0 ? text(random, 64) : receipt.hash();
            boolean untouched = key.equals(ALICE.publicKey())
                    && signature.equals(receipt.signature())
                    && hash.equals(receipt.hash());
            assertThat(DigitalSignature.verify(key, hash, signature)).isEqualTo(untouched);
        }
    }

    private static String text(Random random, int length) {
        String digits = random.nextInt(3) == 0 ? "0123456789abcdefgXß\0" : "0123456789abcdef";
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(digits.charAt(random.nextInt(digits.length())));
        }
        return text.toString();
    }

    @Test
    @DisplayName("private keys go from 1 to the curve's order minus 1")
    void range() {
        assertThat(DigitalSignature.accountOf(digits(BigInteger.ONE)).publicKey())
                .isEqualTo("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        assertThat(DigitalSignature.accountOf(digits(N.subtract(BigInteger.ONE)))
                        .publicKey())
                .isEqualTo("0379be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        for (BigInteger outside : new BigInteger[] {BigInteger.ZERO, N, N.add(BigInteger.ONE)}) {
            assertThatThrownBy(() -> DigitalSignature.accountOf(digits(outside)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("0 or too large");
        }
    }

    @Test
    @DisplayName("a key must be in the short form: in the long one it would belong to another account")
    void longForm() throws Exception {
        byte[] key = CustomNamedCurves.getByName("secp256k1")
                .getCurve()
                .decodePoint(Hex.decodeHex(ALICE.publicKey()))
                .getEncoded(false);
        assertThat(DigitalSignature.verify(Hex.encodeHexString(key), receipt.hash(), receipt.signature()))
                .isFalse();
    }

    private static String digits(BigInteger key) {
        return String.format("%064x", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1", "0x01", "G"})
    @DisplayName("a private key that is not 64 lower-case hexadecimal digits is refused, and not shown")
    void noKey(String start) {
        assertThatThrownBy(() -> DigitalSignature.accountOf(start)).isInstanceOf(IllegalArgumentException.class);
        String longer = start + "A".repeat(64 - start.length());
        assertThatThrownBy(() -> DigitalSignature.accountOf(longer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 lower-case")
                .message()
                .doesNotContain(longer);
    }

    @Test
    @DisplayName("new keys come from the given randomness alone, differ, and sign")
    void created() {
        DigitalSignature one = new DigitalSignature(new Seeded(8_545));
        DigitalSignature same = new DigitalSignature(new Seeded(8_545));
        Account first = one.createAccount();
        Account second = one.createAccount();
        assertThat(first).isEqualTo(same.createAccount()).isNotEqualTo(second);
        assertThat(second).isEqualTo(same.createAccount());
        assertThat(first).isEqualTo(DigitalSignature.accountOf(first.privateKey()));
        assertThat(first.publicKey()).matches("0[23][0-9a-f]{64}").endsWith(first.account());
        assertThat(Account.isValid(first.account())).isTrue();
        assertThat(DigitalSignature.verify(DigitalSignature.sign(first, BOB.account(), 1)))
                .isTrue();
    }

    /** Randomness that comes out the same each time. */
    private static final class Seeded extends SecureRandom {
        private final Random random;

        Seeded(long seed) {
            random = new Random(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }
    }
}
