package ingchain.transaction;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.crypto.Sha256;
import ingchain.wallet.DigitalSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a transfer that carries out a receipt")
class TransferTest {
    private static final List<UnspentOutput> COINS = List.of(coin("a", 0, 50), coin("b", 1, 20), coin("c", 0, 50));

    @Test
    @DisplayName(
            "takes the coins in order until they cover the amount, and pays the receiver first and the change second")
    void inOrder() throws Exception {
        Receipt receipt = DigitalSignature.sign(ALICE, BOB.account(), 60);
        Transaction transfer = Transfer.of(receipt, COINS, made -> false);

        assertThat(transfer.txIns()).extracting(TxIn::outPoint).isEqualTo(outPoints(COINS.subList(0, 2)));
        assertThat(transfer.txIns()).extracting(TxIn::signature).containsOnly(receipt.signature());
        assertThat(transfer.txIns()).extracting(TxIn::publicKey).containsOnly(ALICE.publicKey());
        assertThat(transfer.txOuts()).containsExactly(new TxOut(BOB.account(), 60), new TxOut(ALICE.account(), 10));
        assertThat(transfer.hash()).isEqualTo(transfer.computeHash());
        TransactionRules.STRICT.checkAlone(transfer);
    }

    @Test
    @DisplayName("of exactly what the coins are worth has no change")
    void exact() throws Exception {
        Transaction transfer = Transfer.of(receipt(70), COINS, made -> false);
        assertThat(transfer.txIns()).hasSize(2);
        assertThat(transfer.txOuts()).containsExactly(new TxOut(BOB.account(), 70));
    }

    @Test
    @DisplayName("takes no more coins than it needs, and all of them where it must")
    void asManyAsNeeded() throws Exception {
        assertThat(Transfer.of(receipt(1), COINS, made -> false).txIns()).hasSize(1);
        assertThat(Transfer.of(receipt(50), COINS, made -> false).txIns()).hasSize(1);
        assertThat(Transfer.of(receipt(51), COINS, made -> false).txIns()).hasSize(2);
        assertThat(Transfer.of(receipt(120), COINS, made -> false).txIns()).hasSize(3);
    }

    @Test
    @DisplayName(
            "cannot be made where the coins do not cover it; the message says what there is and what it would take")
    void notEnough() {
        assertThatThrownBy(() -> Transfer.of(receipt(121), COINS, made -> false))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("account " + ALICE.account() + " has 120 to spend and would need 121");
        assertThatThrownBy(() -> Transfer.of(receipt(1), List.of(), made -> false))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessageContaining("has 0 to spend and would need 1");
        assertThatThrownBy(() -> Transfer.of(receipt(Long.MAX_VALUE), COINS, made -> false))
                .isInstanceOf(InvalidTransaction.class);
    }

    @Test
    @DisplayName("that repeats an earlier one splits the change in two, so that their hashes differ")
    void splitsChange() throws Exception {
        List<UnspentOutput> equal = List.of(coin("a", 0, 50), coin("b", 0, 50), coin("c", 0, 50));
        Set<String> used = new HashSet<>();
        List<Long> kept = new ArrayList<>();
        for (UnspentOutput coin : equal) {
            Transaction transfer = Transfer.of(receipt(30), List.of(coin), made -> used.contains(made.hash()));
            assertThat(used.add(transfer.hash())).isTrue();
            assertThat(transfer.txOuts().get(0)).isEqualTo(new TxOut(BOB.account(), 30));
            transfer.txOuts().stream().skip(1).forEach(change -> kept.add(change.amount()));
        }
        assertThat(kept).containsExactly(20L, 19L, 1L, 18L, 2L);
    }

    @Test
    @DisplayName("that repeats an earlier one takes one more coin where there is no change to split")
    void moreCoins() throws Exception {
        List<UnspentOutput> coins = List.of(coin("b", 0, 50), coin("c", 0, 50));
        Transaction first = Transfer.of(receipt(50), List.of(coin("a", 0, 50)), made -> false);

        Transaction second = Transfer.of(receipt(50), coins, made -> made.hash().equals(first.hash()));

        assertThat(second.txIns()).extracting(TxIn::outPoint).isEqualTo(outPoints(coins));
        assertThat(second.txOuts()).containsExactly(new TxOut(BOB.account(), 50), new TxOut(ALICE.account(), 50));
    }

    @Test
    @DisplayName("cannot be made where nothing helps against an equal hash; the message says what one can do")
    void nothingHelps() {
        assertThatThrownBy(() -> Transfer.of(receipt(50), COINS.subList(0, 1), made -> true))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessageContaining("hash of an earlier one: wait");
    }

    @Test
    @DisplayName("keeps its promises in any wallet: sums hold, coins are taken in order, no hash comes twice (seed 42)")
    void anyWallet() throws Exception {
        Random random = new Random(42);
        for (int wallet = 0; wallet < 300; wallet++) {
            List<UnspentOutput> coins = coins(random);
            Set<String> used = new HashSet<>();
            long amount = 1 + random.nextInt(70);
            while (!coins.isEmpty()) {
                // Often the same amount again: that is what makes hashes equal.
                amount = random.nextInt(4) == 0 ? 1 + random.nextInt(70) : amount;
                Transaction transfer;
                try {
                    transfer = Transfer.of(receipt(amount), coins, made -> used.contains(made.hash()));
                } catch (InvalidTransaction e) {
                    break; // poor, or out of ways: the tests above say when
                }
                assertThat(used.add(transfer.hash())).as("a new hash").isTrue();
                List<UnspentOutput> taken = coins.subList(0, transfer.txIns().size());
                assertThat(transfer.txIns()).extracting(TxIn::outPoint).isEqualTo(outPoints(taken));
                assertThat(sum(transfer))
                        .isEqualTo(
                                taken.stream().mapToLong(UnspentOutput::amount).sum());
                assertThat(transfer.txOuts().get(0)).isEqualTo(new TxOut(BOB.account(), amount));
                assertThat(transfer.txOuts()).hasSizeBetween(1, 3).allMatch(out -> out.amount() >= 1);
                assertThat(transfer.txOuts().stream().skip(1))
                        .allMatch(out -> out.account().equals(ALICE.account()));
                taken.clear();
            }
        }
    }

    private static List<UnspentOutput> coins(Random random) {
        List<UnspentOutput> coins = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            long amount = random.nextBoolean() ? 50 : 1 + random.nextInt(60);
            coins.add(coin(Long.toString(random.nextLong()), random.nextInt(3), amount));
        }
        return coins;
    }

    private static long sum(Transaction transfer) {
        return transfer.txOuts().stream().mapToLong(TxOut::amount).sum();
    }

    /** Signed by nobody: whoever makes a transfer does not look at the signature. */
    private static Receipt receipt(long amount) {
        return new Receipt(new Receipt.Sender(ALICE.account(), ALICE.publicKey()), BOB.account(), amount, "");
    }

    private static UnspentOutput coin(String name, int index, long amount) {
        return new UnspentOutput(Sha256.hex(name), index, ALICE.account(), amount);
    }

    private static List<OutPoint> outPoints(List<UnspentOutput> coins) {
        return coins.stream().map(UnspentOutput::outPoint).toList();
    }
}
