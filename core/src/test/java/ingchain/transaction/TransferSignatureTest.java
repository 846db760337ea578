package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static ingchain.transaction.PerfectTransfer.CHANGE;
import static ingchain.transaction.PerfectTransfer.FIRST;
import static ingchain.transaction.PerfectTransfer.GOOD;
import static ingchain.transaction.PerfectTransfer.PAID;
import static ingchain.transaction.PerfectTransfer.SECOND;
import static ingchain.transaction.PerfectTransfer.check;
import static ingchain.transaction.PerfectTransfer.in;
import static ingchain.transaction.PerfectTransfer.transfer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ingchain.wallet.DigitalSignature;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each key or signature is wrong in one way, in a transfer that is perfect otherwise. */
@DisplayName("the rules of a transfer's signature")
class TransferSignatureTest {
    private static final String STRANGER = "a".repeat(40);

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenSignatures")
    @DisplayName("refuse, strict or original, a transfer with")
    void broken(String what, String rule, Transaction transfer) {
        for (TransactionRules rules : List.of(TransactionRules.STRICT, TransactionRules.ORIGINAL)) {
            assertThatThrownBy(() -> check(transfer, rules))
                    .as(what)
                    .isInstanceOf(InvalidTransaction.class)
                    .hasMessageContaining(rule);
        }
    }

    static Stream<Arguments> brokenSignatures() {
        String key = ALICE.publicKey();
        String good = FIRST.signature();
        return Stream.of(
                arguments("no signature", "is signed", signed(key, null)),
                arguments("an empty signature", "signature is by", signed(key, "")),
                arguments(
                        "a signature of another amount", "signature is by", signed(key, signature(BOB.account(), 61))),
                arguments(
                        "a signature for another receiver",
                        "signature is by",
                        signed(key, signature(CAROL.account(), 60))),
                arguments(
                        "somebody else's signature",
                        "signature is by",
                        signed(
                                key,
                                DigitalSignature.sign(BOB, BOB.account(), 60).signature())),
                arguments(
                        "a signature that is no hexadecimal", "signature is by", signed(key, "x" + good.substring(1))),
                arguments("a signature of an odd number of digits", "signature is by", signed(key, good + "0")),
                arguments("a signature with bytes after it", "signature is by", signed(key, good + "00")),
                arguments("a signature that is cut off", "signature is by", signed(key, good.substring(0, 20))),
                arguments("a signature that is no DER", "signature is by", signed(key, "ff".repeat(70))),
                arguments("a signature of two zeros", "signature is by", signed(key, "3006020100020100")),
                arguments("a signature of two negative numbers", "signature is by", signed(key, "30060201ff0201ff")),
                arguments("a DER length of 4 GiB", "signature is by", signed(key, "3084ffffffff" + good.substring(4))),
                arguments("an empty key", "change goes back", signed("", good)),
                arguments("a key that is no hexadecimal", "signature is by", signed("0x" + key.substring(2), good)),
                arguments("a key that is too short", "signature is by", signed(key.substring(2), good)),
                arguments("a key that is too long", "signature is by", signed("00" + key, good)),
                arguments("a key of an unknown form", "signature is by", signed("05" + key.substring(2), good)),
                arguments(
                        "the key of the other point with this account",
                        "signature is by",
                        signed(
                                "02".equals(key.substring(0, 2)) ? "03" + key.substring(2) : "02" + key.substring(2),
                                good)),
                arguments(
                        "a key that is no point of the curve",
                        "signature is by",
                        signed("02" + "f".repeat(24) + ALICE.account(), good)),
                arguments(
                        "a key that only ends like the payer's",
                        "signature is by",
                        signed("02" + "0".repeat(23) + "1" + ALICE.account(), good)),
                arguments(
                        "an input with another key",
                        "one public key",
                        transfer(List.of(FIRST, in(SECOND, BOB.publicKey(), good)), PAID, CHANGE)),
                arguments(
                        "an input without a key",
                        "one public key",
                        transfer(List.of(FIRST, in(SECOND, null, good)), PAID, CHANGE)),
                arguments(
                        "an input with another signature",
                        "one public key",
                        transfer(List.of(FIRST, in(SECOND, key, good + "00")), PAID, CHANGE)),
                arguments(
                        "an input without a signature",
                        "one public key",
                        transfer(List.of(FIRST, in(SECOND, key, null)), PAID, CHANGE)),
                arguments(
                        "a receiver that nobody signed for",
                        "signature is by",
                        transfer(GOOD.txIns(), new TxOut(STRANGER, 60), CHANGE)),
                arguments(
                        "an amount that nobody signed for",
                        "signature is by",
                        transfer(GOOD.txIns(), new TxOut(BOB.account(), 61), new TxOut(ALICE.account(), 39))),
                arguments(
                        "change for a stranger",
                        "change goes back",
                        transfer(GOOD.txIns(), PAID, new TxOut(STRANGER, 40))),
                arguments(
                        "a part of the change for a stranger",
                        "change goes back",
                        transfer(GOOD.txIns(), PAID, new TxOut(ALICE.account(), 39), new TxOut(STRANGER, 1))),
                arguments("its outputs swapped", "change goes back", transfer(GOOD.txIns(), CHANGE, PAID)));
    }

    private static Transaction signed(String publicKey, String signature) {
        return transfer(List.of(in(FIRST, publicKey, signature), in(SECOND, publicKey, signature)), PAID, CHANGE);
    }

    private static String signature(String receiver, long amount) {
        return DigitalSignature.sign(ALICE, receiver, amount).signature();
    }
}
