package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static ingchain.transaction.PerfectTransfer.ALICES;
import static ingchain.transaction.PerfectTransfer.BOBS;
import static ingchain.transaction.PerfectTransfer.CHANGE;
import static ingchain.transaction.PerfectTransfer.FIRST;
import static ingchain.transaction.PerfectTransfer.GOOD;
import static ingchain.transaction.PerfectTransfer.PAID;
import static ingchain.transaction.PerfectTransfer.SECOND;
import static ingchain.transaction.PerfectTransfer.check;
import static ingchain.transaction.PerfectTransfer.in;
import static ingchain.transaction.PerfectTransfer.transfer;
import static ingchain.transaction.TransactionRules.ORIGINAL;
import static ingchain.transaction.TransactionRules.STRICT;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ingchain.Samples;
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
    @MethodSource({"brokenShapes", "brokenSpending"})
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
        UnspentOutputs unspent = new UnspentOutputs(PerfectTransfer.UNSPENT);
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
}
