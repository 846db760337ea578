package ingchain.wallet;

import static ingchain.Samples.ALICE;
import static ingchain.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the wallet")
class WalletTest {
    private final Wallet wallet = new Wallet(new DigitalSignature(new SecureRandom()));

    @Test
    @DisplayName("keeps the accounts that it makes and those that it is given, in order")
    void keeps() {
        Account made = wallet.create();
        wallet.add(ALICE);
        Account madeLater = wallet.create();
        wallet.add(ALICE);
        assertThat(wallet.accounts()).containsExactly(made, ALICE, madeLater);
    }

    @Test
    @DisplayName("gives out a copy of its accounts")
    void copy() {
        List<Account> before = wallet.accounts();
        wallet.create();
        assertThat(before).isEmpty();
        wallet.accounts().clear();
        assertThat(wallet.accounts()).hasSize(1);
    }

    @Test
    @DisplayName("signs for its own accounts only")
    void signs() {
        wallet.add(ALICE);
        assertThat(wallet.sign(ALICE.account(), BOB.account(), 7))
                .isEqualTo(DigitalSignature.sign(ALICE, BOB.account(), 7));
        assertThatThrownBy(() -> wallet.sign(BOB.account(), ALICE.account(), 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no key for account " + BOB.account());
    }

    @Test
    @DisplayName("does not let a private key be printed")
    void hidden() {
        wallet.add(ALICE);
        assertThat(ALICE.toString()).contains(ALICE.account()).doesNotContain(ALICE.privateKey());
        assertThat(wallet.accounts().toString()).doesNotContain(ALICE.privateKey());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789012345678901234567890123456789\n",
                "012345678901234567890123456789012345678G",
                "ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD"
            })
    @DisplayName("knows what is no account")
    void noAccount(String text) {
        assertThat(Account.isValid(text)).isFalse();
    }

    @Test
    @DisplayName("takes the account from the end of a public key")
    void ofPublicKey() {
        assertThat(Account.ofPublicKey(ALICE.publicKey())).isEqualTo(ALICE.account());
        assertThat(Account.ofPublicKey("abc")).isEqualTo("abc");
        assertThat(Account.ofPublicKey("")).isEmpty();
    }
}
