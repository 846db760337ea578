package ingchain.node.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.program.HostPort;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The address book")
class AddressBookTest {
    private final Map<String, Long> stored = new HashMap<>();
    private final AddressBook book = new AddressBook(stored, new Random(1));

    private static final long LATER = Long.MAX_VALUE;

    private static HostPort address(int number) {
        return new HostPort("10.0." + number / 250 + "." + number % 250, 8555);
    }

    @Test
    @DisplayName("takes only so many addresses of one teller")
    void oneTeller() {
        for (int i = 0; i < 10_000; i++) {
            book.heard(address(i), "198.51.100.7");
        }
        assertThat(book.size()).isEqualTo(AddressBook.MAX_OF_ONE_TELLER);
    }

    @Test
    @DisplayName("is never longer than it may be, and keeps what was reached")
    void bounded() {
        book.reached(address(0), 5);
        for (int i = 1; i < 3 * AddressBook.MAX_ADDRESSES; i++) {
            book.heard(address(i), "teller " + i);
        }
        assertThat(book.size()).isEqualTo(AddressBook.MAX_ADDRESSES);
        assertThat(book.reached()).containsExactly(address(0));
        assertThat(book.due(LATER)).contains(address(0), address(3 * AddressBook.MAX_ADDRESSES - 1));
    }

    @Test
    @DisplayName("forgets an address at which nobody answers, sooner where nobody ever did")
    void forgets() {
        book.heard(address(1), "teller");
        book.reached(address(2), 5);
        for (int i = 0; i < AddressBook.MAX_FAILURES; i++) {
            book.failed(address(1), 0);
            book.failed(address(2), 0);
        }
        assertThat(book.due(LATER)).containsExactly(address(2));
        for (int i = 0; i < AddressBook.MAX_FAILURES_OF_REACHED; i++) {
            book.failed(address(2), 0);
        }
        assertThat(book.size()).isZero();
        assertThat(stored).isEmpty();
    }

    @Test
    @DisplayName("has an address at which nobody answers called again after a while, which grows")
    void pauses() {
        book.reached(address(1), 5);
        book.failed(address(1), 10_000);
        assertThat(book.due(10_999)).isEmpty();
        assertThat(book.due(11_000)).containsExactly(address(1));
        book.failed(address(1), 11_000);
        assertThat(book.due(12_999)).isEmpty();
        assertThat(book.due(13_000)).containsExactly(address(1));
    }

    @Test
    @DisplayName("remembers over a restart what was reached")
    void stored() {
        book.heard(address(1), "teller");
        book.reached(address(2), 5);
        assertThat(new AddressBook(stored, new Random(1)).due(LATER)).containsExactly(address(2));
    }
}
