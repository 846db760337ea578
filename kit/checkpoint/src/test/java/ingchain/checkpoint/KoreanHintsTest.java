package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The hints in Korean")
class KoreanHintsTest {
    private final Properties english = read("");
    private final Properties korean = read("_ko");

    @Test
    @DisplayName("are for causes that there are, and each of them is in Korean")
    void noneIsLeftBehind() {
        assertThat(english.stringPropertyNames()).containsAll(korean.stringPropertyNames());
        assertThat(korean.values()).allMatch(text -> text.toString().matches("(?s).*[가-힣].*"));
    }

    private static Properties read(String suffix) {
        Properties hints = new Properties();
        Path file = Path.of("src/main/resources/ingchain/checkpoint/causes" + suffix + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            hints.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return hints;
    }
}
