package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A caret marks the place where bytes stopped being right")
class CaretTest {
    @Test
    @DisplayName("it stands under the byte, and wide characters before it count twice")
    void place() {
        assertThat(Caret.under(bytes("hello"), 2)).isEqualTo("\nhello\n  ^");
        assertThat(Caret.under(bytes("년x"), 3)).isEqualTo("\n년x\n  ^");
        assertThat(Caret.under(bytes("end"), 3)).isEqualTo("\nend\n   ^");
    }

    @Test
    @DisplayName("of long texts only what is around it is shown")
    void longText() {
        String text = "a".repeat(500) + "!" + "b".repeat(500);
        String[] lines = Caret.under(bytes(text), 500).split("\n");
        assertThat(lines[1]).startsWith("... a").endsWith("b ...").hasSizeLessThan(120);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('!');
    }

    @Test
    @DisplayName("where a parser broke, it stands under the character that the parser did not like")
    void parser() {
        String text = "{\"type\":hello:}";
        try {
            JsonParser.parseString(text);
        } catch (JsonParseException broken) {
            String[] lines = Caret.under(text, broken).split("\n");
            assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo(':');
            assertThat(lines[2].indexOf('^')).isEqualTo(text.lastIndexOf(':'));
            return;
        }
        throw new AssertionError("Gson took it");
    }

    private static byte[] bytes(String text) {
        return ReadableBytes.utf8(text);
    }
}
