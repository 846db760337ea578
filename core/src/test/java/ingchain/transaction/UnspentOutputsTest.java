package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static ingchain.Samples.CAROL;
import static ingchain.transaction.TransactionRules.ORIGINAL;
import static ingchain.transaction.TransactionRules.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ingchain.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("the transactions of one block")
class UnspentOutputsTest {
    private static final int HEIGHT = 6;
    private static final UnspentOutputs BEFORE = Samples.unspentAfter(Samples.branch(ALICE, HEIGHT - 2));
    private static final List<UnspentOutput> COINS = BEFORE.of(ALICE.account());
    private static final Transaction COINBASE = Transaction.coinbase(CAROL.account(), HEIGHT);
    private static final Transaction GOOD = Samples.pay(ALICE, BOB, 20, COINS);
    private static final TxIn IN = COINBASE.txIns().get(0);
    private static final TxOut REWARD = COINBASE.txOuts().get(0);

    @Test
    @DisplayName("make their outputs unspent, at the end and in order, and spend what they take")
    void good() throws Exception {
        Transaction other = Samples.pay(ALICE, BOB, 50, COINS.subList(1, 2));
        UnspentOutputs unspent = new UnspentOutputs(BEFORE);
        unspent.apply(HEIGHT, List.of(COINBASE, GOOD, other), STRICT);

        List<UnspentOutput> expected = new ArrayList<>(COINS.subList(2, COINS.size()));
        expected.add(new UnspentOutput(COINBASE.hash(), 0, CAROL.account(), 50));
        expected.add(new UnspentOutput(GOOD.hash(), 0, BOB.account(), 20));
        expected.add(new UnspentOutput(GOOD.hash(), 1, ALICE.account(), 30));
        expected.add(new UnspentOutput(other.hash(), 0, BOB.account(), 50));
        assertThat(unspent.all()).isEqualTo(expected);
        assertThat(unspent.balance(ALICE.account())).isEqualTo(130);
        assertThat(unspent.balance(BOB.account())).isEqualTo(70);
        assertThat(unspent.of(BOB.account())).hasSize(2);
        assertThat(unspent.find(COINS.get(0).outPoint())).isNull();
        assertThat(BEFORE.all()).as("what it was copied from").isEqualTo(COINS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"brokenCoinbases", "brokenBlocks"})
    @DisplayName("are refused together, and nothing changes, where there is")
    void broken(String what, String rule, List<Transaction> transactions) {
        UnspentOutputs unspent = new UnspentOutputs(BEFORE);
        for (TransactionRules rules : List.of(STRICT, ORIGINAL)) {
            assertThatThrownBy(() -> unspent.apply(HEIGHT, transactions, rules))
                    .as(what)
                    .isInstanceOf(InvalidTransaction.class)
                    .hasMessageContaining(rule);
            assertThat(unspent.all()).isEqualTo(BEFORE.all());
            assertThat(unspent.balance(ALICE.account())).isEqualTo(BEFORE.balance(ALICE.account()));
        }
    }

    static Stream<Arguments> brokenCoinbases() {
        return Stream.of(
                arguments("no transaction", "at least its coinbase", List.of()),
                arguments("no coinbase", "is its coinbase", List.of(GOOD)),
                arguments("a coinbase after a transfer", "is its coinbase", List.of(GOOD, COINBASE)),
                arguments("a coinbase of two inputs", "is its coinbase", coinbase(List.of(IN, IN), REWARD)),
                arguments("a coinbase that takes nothing at all", "is its coinbase", coinbase(List.of(), REWARD)),
                arguments(
                        "a coinbase of the block below",
                        "its block's height",
                        coinbase(List.of(TxIn.coinbase(HEIGHT - 1)), REWARD)),
                arguments(
                        "a coinbase with a signature",
                        "and nothing else",
                        coinbase(List.of(new TxIn(HEIGHT, null, "00", null)), REWARD)),
                arguments(
                        "a coinbase with a key",
                        "and nothing else",
                        coinbase(List.of(new TxIn(HEIGHT, null, null, "02")), REWARD)),
                arguments("a coinbase of no output", "one output", coinbase(List.of(IN))),
                arguments("a coinbase of two outputs", "one output", coinbase(List.of(IN), REWARD, REWARD)),
                arguments("a coinbase of 49", "pays 50", coinbase(List.of(IN), new TxOut(CAROL.account(), 49))),
                arguments("a coinbase of 51", "pays 50", coinbase(List.of(IN), new TxOut(CAROL.account(), 51))),
                arguments("a coinbase for nobody", "pays an account", coinbase(List.of(IN), new TxOut(" ", 50))),
                arguments(
                        "a coinbase for a very long name",
                        "pays an account",
                        coinbase(List.of(IN), new TxOut("a".repeat(201), 50))),
                arguments(
                        "a coinbase of another hash",
                        "its own hash",
                        List.of(new Transaction(COINBASE.txIns(), COINBASE.txOuts(), GOOD.hash()))));
    }

    static Stream<Arguments> brokenBlocks() {
        Transaction sameCoin = Samples.pay(ALICE, CAROL, 10, COINS);
        Transaction sameHash = Samples.pay(ALICE, BOB, 20, COINS.subList(1, 2));
        Transaction childOfGood =
                Samples.pay(BOB, CAROL, 20, List.of(new UnspentOutput(GOOD.hash(), 0, BOB.account(), 20)));
        Transaction tampered = new Transaction(GOOD.txIns(), GOOD.txOuts(), COINBASE.hash());
        return Stream.of(
                arguments(
                        "a second coinbase",
                        "says which outputs",
                        List.of(COINBASE, Transaction.coinbase(BOB.account(), HEIGHT))),
                arguments("the same transfer twice", "the same hash", List.of(COINBASE, GOOD, GOOD)),
                arguments(
                        "an output that two transfers take", "take the same output", List.of(COINBASE, GOOD, sameCoin)),
                arguments("a hash that two transfers have", "the same hash", List.of(COINBASE, GOOD, sameHash)),
                arguments(
                        "a transfer that spends an output of the same block",
                        "exist and are not spent",
                        List.of(COINBASE, GOOD, childOfGood)),
                arguments(
                        "an invalid transfer after a valid one", "its own hash", List.of(COINBASE, sameHash, tampered)),
                arguments(
                        "a transfer of a coinbase that this block makes",
                        "exist and are not spent",
                        List.of(
                                COINBASE,
                                Samples.pay(
                                        CAROL,
                                        BOB,
                                        50,
                                        List.of(new UnspentOutput(COINBASE.hash(), 0, CAROL.account(), 50))))));
    }

    @Test
    @DisplayName("are refused where the coinbase has the hash of a transaction with unspent outputs")
    void coinbaseHashInUse() throws Exception {
        UnspentOutputs unspent = new UnspentOutputs();
        unspent.apply(2, List.of(Transaction.coinbase(ALICE.account(), 2)), STRICT);
        assertThatThrownBy(() -> unspent.apply(2, List.of(Transaction.coinbase(ALICE.account(), 2)), STRICT))
                .hasMessageContaining("unspent outputs");
        assertThat(unspent.balance(ALICE.account())).isEqualTo(50);
    }

    @Test
    @DisplayName("cannot be made to have the hash of a later coinbase: no output's index is as high as that block")
    void hashOfALaterCoinbase() {
        int later = 12;
        TxIn highIndex = new TxIn(later, COINS.get(0).txOutId(), "", null);
        Transaction attack = Transaction.of(List.of(highIndex), List.of(new TxOut(CAROL.account(), 50)));
        assertThat(attack.hash())
                .isEqualTo(Transaction.coinbase(CAROL.account(), later).hash());

        List<TxOut> manyOutputs = new ArrayList<>(List.of(new TxOut(BOB.account(), 1)));
        while (manyOutputs.size() <= later) {
            manyOutputs.add(new TxOut(ALICE.account(), 1));
        }
        Transaction preparation = Transaction.of(GOOD.txIns(), manyOutputs);
        assertThatThrownBy(() -> ORIGINAL.checkAlone(preparation)).hasMessageContaining("at most 3 outputs");
    }

    @Test
    @DisplayName("of nobody's account: no outputs, and a balance of 0")
    void nobody() {
        assertThat(BEFORE.of(BOB.account())).isEmpty();
        assertThat(BEFORE.balance(BOB.account())).isZero();
    }

    private static List<Transaction> coinbase(List<TxIn> ins, TxOut... outs) {
        return List.of(Transaction.of(ins, List.of(outs)));
    }
}
