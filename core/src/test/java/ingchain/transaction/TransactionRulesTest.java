package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static ingchain.transaction.TransactionRules.ORIGINAL;
import static ingchain.transaction.TransactionRules.STRICT;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ingchain.Samples;
import ingchain.wallet.DigitalSignature;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken by itself, in a transaction that is perfect otherwise. */
@DisplayName("the rules of one transaction")
class TransactionRulesTest {
    private static final long MAX = (1L << 53) - 1;
    private static final String STRANGE = "a".repeat(40);

    /** Alice has three coins (blocks 2, 3 and 4), Bob one (block 5). */
    private static final UnspentOutputs UNSPENT = coins();

    private static final List<UnspentOutput> ALICES = UNSPENT.of(ALICE.account());
    private static final List<UnspentOutput> BOBS = UNSPENT.of(BOB.account());
    private static final Transaction GOOD = Samples.pay(ALICE, BOB, 60, ALICES);
    private static final TxIn FIRST = GOOD.txIns().get(0);
    private static final TxIn SECOND = GOOD.txIns().get(1);
    private static final TxOut PAID = new TxOut(BOB.account(), 60);
    private static final TxOut CHANGE = new TxOut(ALICE.account(), 40);

    private static UnspentOutputs coins() {
        var blocks = Samples.branch(ALICE, 3);
        blocks.add(Samples.on(blocks.get(3), BOB));
        return Samples.unspentAfter(blocks);
    }

    @Test
    @DisplayName("let a perfect transfer through")
    void good() {
        for (TransactionRules rules : List.of(STRICT, ORIGINAL)) {
            assertThatCode(() -> check(GOOD, rules)).doesNotThrowAnyException();
            Transaction splitChange = transfer(
                    List.of(FIRST, SECOND), PAID, new TxOut(ALICE.account(), 30), new TxOut(ALICE.account(), 10));
            assertThatCode(() -> check(splitChange, rules)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"brokenShapes", "brokenSignatures", "brokenSpending"})
    @DisplayName("refuse, strict or original, a transfer with")
    void broken(String what, String rule, Transaction transfer) {
        for (TransactionRules rules : List.of(STRICT, ORIGINAL)) {
            assertThatThrownBy(() -> check(transfer, rules))
                    .as(what)
                    .isInstanceOf(InvalidTransaction.class)
                    .hasMessageContaining(rule);
        }
    }

    static Stream<Arguments> brokenShapes() {
        List<TxIn> ins = List.of(FIRST, SECOND);
        TxOut one = new TxOut(ALICE.account(), 1);
        return Stream.of(
                arguments("no input", "takes something", transfer(List.of(), PAID)),
                arguments("no output", "pays somebody", transfer(ins)),
                arguments(
                        "more outputs than a payment and change in two parts",
                        "at most 3 outputs",
                        transfer(ins, PAID, one, one, new TxOut(ALICE.account(), 38))),
                arguments("a coinbase's input", "says which outputs", transfer(List.of(in(null, 0)), PAID, CHANGE)),
                arguments(
                        "one input that takes nothing",
                        "says which outputs",
                        transfer(List.of(FIRST, in(null, 0)), PAID)),
                arguments(
                        "a receiver of 39 digits",
                        "40 hexadecimal",
                        transfer(ins, new TxOut("b".repeat(39), 60), CHANGE)),
                arguments(
                        "a receiver of 41 digits",
                        "40 hexadecimal",
                        transfer(ins, new TxOut("b".repeat(41), 60), CHANGE)),
                arguments(
                        "an upper-case receiver",
                        "40 hexadecimal",
                        transfer(ins, new TxOut("B".repeat(40), 60), CHANGE)),
                arguments("a negative amount", "or more", transfer(ins, new TxOut(BOB.account(), -60), CHANGE)),
                arguments("negative change", "or more", transfer(ins, PAID, new TxOut(ALICE.account(), -1))),
                arguments(
                        "the least amount there is",
                        "or more",
                        transfer(ins, new TxOut(BOB.account(), Long.MIN_VALUE))),
                arguments("more than can be counted", "be counted", transfer(ins, new TxOut(BOB.account(), MAX + 1))),
                arguments(
                        "the largest amount there is",
                        "be counted",
                        transfer(ins, new TxOut(BOB.account(), Long.MAX_VALUE))),
                arguments("another hash", "its own hash", new Transaction(ins, GOOD.txOuts(), "0".repeat(64))),
                arguments(
                        "its hash in upper case",
                        "its own hash",
                        new Transaction(ins, GOOD.txOuts(), GOOD.hash().toUpperCase())),
                arguments(
                        "another amount than its hash says",
                        "its own hash",
                        new Transaction(ins, List.of(new TxOut(BOB.account(), 61), CHANGE), GOOD.hash())));
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
                        transfer(GOOD.txIns(), new TxOut(STRANGE, 60), CHANGE)),
                arguments(
                        "an amount that nobody signed for",
                        "signature is by",
                        transfer(GOOD.txIns(), new TxOut(BOB.account(), 61), new TxOut(ALICE.account(), 39))),
                arguments(
                        "change for a stranger",
                        "change goes back",
                        transfer(GOOD.txIns(), PAID, new TxOut(STRANGE, 40))),
                arguments(
                        "a part of the change for a stranger",
                        "change goes back",
                        transfer(GOOD.txIns(), PAID, new TxOut(ALICE.account(), 39), new TxOut(STRANGE, 1))),
                arguments("its outputs swapped", "change goes back", transfer(GOOD.txIns(), CHANGE, PAID)));
    }

    static Stream<Arguments> brokenSpending() {
        TxIn bobs = in(BOBS.get(0).txOutId(), 0);
        return Stream.of(
                arguments(
                        "an output that never was",
                        "exist and are not spent",
                        transfer(List.of(in("0".repeat(64), 0), SECOND), PAID, CHANGE)),
                arguments(
                        "an output's wrong index",
                        "exist and are not spent",
                        transfer(List.of(in(FIRST.txOutId(), 1), SECOND), PAID, CHANGE)),
                arguments(
                        "a negative index",
                        "exist and are not spent",
                        transfer(List.of(in(FIRST.txOutId(), -1), SECOND), PAID, CHANGE)),
                arguments("the same output twice", "an output once", transfer(List.of(FIRST, FIRST), PAID, CHANGE)),
                arguments(
                        "somebody else's output, signed by oneself",
                        "of the one who signed",
                        transfer(List.of(bobs), new TxOut(BOB.account(), 60))),
                arguments(
                        "somebody else's output besides one's own",
                        "of one account",
                        transfer(List.of(FIRST, bobs), PAID, CHANGE)),
                arguments(
                        "more paid than taken",
                        "exactly what it takes",
                        transfer(GOOD.txIns(), PAID, new TxOut(ALICE.account(), 41))),
                arguments(
                        "less paid than taken",
                        "exactly what it takes",
                        transfer(GOOD.txIns(), PAID, new TxOut(ALICE.account(), 39))),
                arguments(
                        "no change where there should be some", "exactly what it takes", transfer(GOOD.txIns(), PAID)),
                arguments(
                        "amounts whose sum is too large to count",
                        "be counted",
                        transfer(
                                GOOD.txIns(), PAID, new TxOut(ALICE.account(), MAX), new TxOut(ALICE.account(), MAX))));
    }

    @Test
    @DisplayName(
            "refuse a transfer with the hash of one whose outputs are unspent, be it only one of them: coins would be lost")
    void hashInUse() throws Exception {
        UnspentOutputs unspent = new UnspentOutputs(UNSPENT);
        Transaction first = Samples.pay(ALICE, BOB, 20, ALICES);
        unspent.apply(6, List.of(Transaction.coinbase(CAROL.account(), 6), first), STRICT);
        Transaction equal = Samples.pay(ALICE, BOB, 20, ALICES.subList(1, 2));

        assertThatCode(() -> STRICT.checkAlone(equal)).doesNotThrowAnyException();
        assertThatThrownBy(() -> STRICT.checkSpending(equal, unspent)).hasMessageContaining("with unspent outputs");

        Transaction bobSpends =
                Samples.pay(BOB, CAROL, 20, List.of(new UnspentOutput(first.hash(), 0, BOB.account(), 20)));
        unspent.apply(7, List.of(Transaction.coinbase(CAROL.account(), 7), bobSpends), STRICT);
        assertThatThrownBy(() -> STRICT.checkSpending(equal, unspent)).hasMessageContaining("with unspent outputs");

        Transaction aliceSpends =
                Samples.pay(ALICE, CAROL, 30, List.of(new UnspentOutput(first.hash(), 1, ALICE.account(), 30)));
        unspent.apply(8, List.of(Transaction.coinbase(CAROL.account(), 8), aliceSpends), STRICT);
        assertThatCode(() -> STRICT.checkSpending(equal, unspent)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("refuse a transfer without a public key, unless those of the original are accepted")
    void withoutKey() {
        Transaction original = transfer(
                List.of(in(FIRST, null, FIRST.signature()), in(SECOND, null, FIRST.signature())), PAID, CHANGE);
        assertThatThrownBy(() -> check(original, STRICT)).hasMessageContaining("carries the public key");
        assertThatCode(() -> check(original, ORIGINAL)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("refuse change of nothing, unless transfers of the original are accepted: it sends that")
    void changeOfNothing() {
        Transaction original = transfer(
                Samples.pay(ALICE, BOB, 50, ALICES).txIns(),
                new TxOut(BOB.account(), 50),
                new TxOut(ALICE.account(), 0));
        assertThatThrownBy(() -> check(original, STRICT)).hasMessageContaining("pays 1 or more");
        assertThatCode(() -> check(original, ORIGINAL)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("ask of an original transfer all that needs no signature")
    void originalStillChecked() {
        TxIn mine = in(FIRST, null, "");
        TxIn bobs = new TxIn(0, BOBS.get(0).txOutId(), "", null);
        for (Transaction transfer : List.of(
                transfer(List.of(mine, mine), PAID, CHANGE),
                transfer(List.of(mine, bobs), PAID, CHANGE),
                transfer(List.of(mine), new TxOut(BOB.account(), 51)),
                transfer(List.of(mine), new TxOut(BOB.account(), 51), new TxOut(ALICE.account(), -1)))) {
            assertThatThrownBy(() -> check(transfer, ORIGINAL)).isInstanceOf(InvalidTransaction.class);
        }
    }

    private static void check(Transaction transfer, TransactionRules rules) throws InvalidTransaction {
        rules.checkAlone(transfer);
        rules.checkSpending(transfer, UNSPENT);
    }

    private static Transaction transfer(List<TxIn> ins, TxOut... outs) {
        return Transaction.of(ins, List.of(outs));
    }

    private static Transaction signed(String publicKey, String signature) {
        return transfer(List.of(in(FIRST, publicKey, signature), in(SECOND, publicKey, signature)), PAID, CHANGE);
    }

    private static String signature(String receiver, long amount) {
        return DigitalSignature.sign(ALICE, receiver, amount).signature();
    }

    private static TxIn in(TxIn other, String publicKey, String signature) {
        return new TxIn(other.txOutIndex(), other.txOutId(), signature, publicKey);
    }

    private static TxIn in(String txOutId, int index) {
        return new TxIn(index, txOutId, FIRST.signature(), ALICE.publicKey());
    }
}
