package ingchain.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line that is wider than the window")
class WrapTest {
    @Test
    @DisplayName("is broken between words, and goes on below its own beginning")
    void words() {
        assertThat(wrapped("  one two three", 10)).containsExactly("  one two", "  three");
    }

    @Test
    @DisplayName("is broken within a word that is too long by itself")
    void longWord() {
        assertThat(wrapped("abcdefghijkl", 5)).containsExactly("abcde", "fghij", "kl");
    }

    @Test
    @DisplayName("is measured in columns, of which a Korean letter takes two")
    void wide() {
        assertThat(wrapped("한글로 쓴 문장", 7)).containsExactly("한글로", "쓴 문장");
    }

    @Test
    @DisplayName("stays whole where it fits, and an empty line stays empty")
    void fits() {
        assertThat(wrapped("one two", 7)).containsExactly("one two");
        assertThat(wrapped("", 7)).containsExactly("");
    }

    private static List<String> wrapped(String text, int columns) {
        return Wrap.lines(List.of(text), columns).stream()
                .map(AttributedString::toString)
                .toList();
    }
}
