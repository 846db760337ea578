package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a checkpoint says in Korean")
class KoreanTest {
    private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?s");

    @Test
    @DisplayName("about a failure is complete, and takes as many values as in English")
    void sentences() {
        Properties english = read("sentences");
        Properties korean = read("sentences_ko");
        assertThat(korean.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : korean.stringPropertyNames()) {
            assertThat(values(korean.getProperty(key))).as(key).isEqualTo(values(english.getProperty(key)));
        }
    }

    @Test
    @DisplayName("for a hint is for a cause that there is, and is Korean; what is missing is told in English")
    void hints() {
        Properties english = read("causes");
        Properties korean = read("causes_ko");
        assertThat(english.stringPropertyNames()).containsAll(korean.stringPropertyNames());
        assertThat(korean.values()).allMatch(text -> text.toString().matches("(?s).*[가-힣].*"));
    }

    private static long values(String text) {
        return VALUE.matcher(text).results().count();
    }

    private static Properties read(String name) {
        Properties hints = new Properties();
        Path file = Path.of("src/main/resources/ingchain/checkpoint/" + name + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            hints.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return hints;
    }
}
