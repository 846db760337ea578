package ingchain.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is said to students")
class TextsTest {
    /** What only the authors of exercises read, who write English. */
    private static final Pattern FOR_AUTHORS =
            Pattern.compile("(author|matrix|mutants|soak|pages|starters|ingchain\\.author)\\..*");

    private static final Pattern VALUE = Pattern.compile("%(?:\\d+\\$)?[-\\d]*[sd]|%%");

    private final Properties english = read("");
    private final Properties korean = read("_ko");

    @Test
    @DisplayName("is there in Korean, all of it, and nothing is there that is not said any more")
    void complete() {
        Set<String> students = english.stringPropertyNames().stream()
                .filter(key -> !FOR_AUTHORS.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(korean.stringPropertyNames())).isEqualTo(students);
    }

    @Test
    @DisplayName("takes as many values in Korean as in English")
    void values() {
        for (String key : korean.stringPropertyNames()) {
            assertThat(values(korean.getProperty(key))).as(key).hasSameSizeAs(values(english.getProperty(key)));
        }
    }

    @Test
    @DisplayName("is Korean where it says that it is, but for what is the same everywhere")
    void isKorean() {
        List<String> same = korean.stringPropertyNames().stream()
                .filter(key -> korean.getProperty(key).equals(english.getProperty(key)))
                .sorted()
                .toList();
        assertThat(same).containsExactly("ask.yes-no", "check.replay-not", "main.no-value");
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties read(String suffix) {
        Properties texts = new Properties();
        Path file = Path.of("src/main/resources/ingchain/cli/texts" + suffix + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
