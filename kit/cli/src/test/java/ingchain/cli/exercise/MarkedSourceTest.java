package ingchain.cli.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedSourceTest {
    @Test
    @DisplayName("a region has name, title and the lines of its two markers")
    void region() throws MarkerMistake {
        MarkedSource source =
                MarkedSource.parse("A.java", "class A {\n    //> 1.2 accept each\n    x\n    //< 1.2\n}\n");
        assertThat(source.regions()).containsExactly(new Region("1.2", "accept each", 2, 4));
        assertThat(source.hasExercises()).isTrue();
    }

    @Test
    @DisplayName("regions come in the order in which they open, nested snippets included")
    void order() throws MarkerMistake {
        MarkedSource source =
                MarkedSource.parse("A.java", "//> outer\n//> 1.1 a\n//< 1.1\n//> 1.1 b\n//< 1.1\n//< outer\n");
        assertThat(source.regions()).extracting(Region::name).containsExactly("outer", "1.1", "1.1");
    }

    @Test
    @DisplayName("a region that is never closed is told with file and line of its opening")
    void unclosed() {
        assertMistake("x\n//> 1.2 a\n", "A.java:2: region 1.2 is never closed: //< 1.2 is missing");
    }

    @Test
    @DisplayName("a closing marker without an opening is told with its line")
    void unopened() {
        assertMistake("x\n\n//< 1.2\n", "A.java:3: //< 1.2 closes a region that was never opened");
    }

    @Test
    @DisplayName("an exercise within an exercise is refused")
    void nested() {
        assertMistake(
                "//> 1.2 a\n//> 1.3 b\n//< 1.3\n//< 1.2\n",
                "A.java:2: exercise 1.3 opens within exercise 1.2 of line 1: exercises do not nest");
    }

    @Test
    @DisplayName("regions that cross are refused where the wrong one closes")
    void crossed() {
        assertMistake(
                "//> 1.2 a\n//> snippet\n//< 1.2\n//< snippet\n",
                "A.java:3: //< 1.2 comes while snippet of line 2 is still open");
    }

    @Test
    @DisplayName("a region without a name is refused")
    void nameless() {
        assertMistake("//>\n", "A.java:1: a region needs a name: the number of an exercise or the name of a snippet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"// >= 10: one more", "int x = 1; //> 1.2 not alone", "// a > b", "/// > 1", "// <- here it is"})
    @DisplayName("a comment that only looks like a marker is none")
    void noMarker(String line) throws MarkerMistake {
        assertThat(MarkedSource.parse("A.java", line).regions()).isEmpty();
    }

    private static void assertMistake(String text, String sentence) {
        assertThatThrownBy(() -> MarkedSource.parse("A.java", text))
                .isInstanceOf(MarkerMistake.class)
                .hasMessage(sentence);
    }
}
