package ingchain.cli.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.cli.check.Outcome;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.text.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A file of the bank")
class BankFileTest {
    private static final Path FILE = Path.of("ingchain/sums/Sums.java");
    private static final String SOURCE = """
            class Sums {
                int add(int a, int b) {
                    // adds
                    return a + b;
                }
            }
            """;

    @Test
    @DisplayName("holds entries with what must be red, and text for readers that means nothing to the command")
    void entries() {
        List<BankEntry> entries = read("""
                # Wrong solutions

                Red: 9.9, this is before any entry.

                ## subtracts: takes away instead of adding

                Red: 1.1 wrong off-by-two, 1.2, 1.3 ran-out-of-time.

                People do that.

                `Sums.java`

                ```diff
                -return a + b;
                +return a - b;
                ```

                ## other: something else

                Red: 1.2 threw `null-pointer`
                """ + diff(" // adds", "+b = 0;"));
        assertThat(entries).extracting(BankEntry::id).containsExactly("subtracts", "other");
        BankEntry first = entries.get(0);
        assertThat(first.title()).isEqualTo("takes away instead of adding");
        assertThat(first.place()).isEqualTo("wrong/1.1.md:5");
        assertThat(first.red())
                .containsExactly(
                        new Expected(new ExerciseNumber(1, 1), Outcome.WRONG, "off-by-two"),
                        new Expected(new ExerciseNumber(1, 2), null, null),
                        new Expected(new ExerciseNumber(1, 3), Outcome.TIMED_OUT, null));
        assertThat(entries.get(1).red())
                .containsExactly(new Expected(new ExerciseNumber(1, 2), Outcome.THREW, "null-pointer"));
    }

    @Test
    @DisplayName("changes the lines of a diff, however they are indented, and keeps those that only show the place")
    void diffs() {
        assertThat(changed(diff(" // adds", "-return a + b;", "+return b + a;", "+// added")))
                .isEqualTo(SOURCE.replace("        return a + b;", "return b + a;\n// added")
                        .replace("        // adds", "// adds"));
    }

    @Test
    @DisplayName("replaces a file, or adds one, by a block of Java")
    void wholeFiles() {
        Map<Path, String> sources = apply("`Sums.java`\n\n```java\nclass Sums {}\n```\n\n"
                + "`ingchain/sums/More.java`\n\n```java\nclass More {}\n```\n");
        assertThat(sources)
                .containsOnly(
                        Map.entry(FILE, "class Sums {}\n"),
                        Map.entry(Path.of("ingchain/sums/More.java"), "class More {}\n"));
    }

    @Test
    @DisplayName("says where a change does not fit the solution any more")
    void misfits() {
        assertThat(problem(diff("-return a * b;")))
                .isEqualTo("the lines before the change are not in Sums.java: return a * b;");
        assertThat(problem(diff("-}"))).isEqualTo("the lines before the change are 2 times in Sums.java: }");
        assertThat(problem("`Other.java`\n\n```diff\n-}\n```\n"))
                .isEqualTo("there is no file Other.java in the solution");
    }

    @Test
    @DisplayName("says with its line what cannot be understood")
    void mistakes() {
        assertMistake("## No name\n", "wrong/1.1.md:1: a heading is");
        assertMistake("## a: b\n\nRed: 1.1 is broken\n", "wrong/1.1.md:3: what must be red is \"1.2 wrong cause-id\"");
        assertMistake("## a: b\n\n```diff\n-x\n```\n", "wrong/1.1.md:3: a block of code needs the name of its file");
        assertMistake("## a: b\n\n`Sums.java`\n\n```diff\n-x\n", "wrong/1.1.md:5: this block of code is never closed");
        assertMistake("## a: b\n\n" + diff("return x;"), "wrong/1.1.md:5: each line of a diff begins with");
        assertMistake("## a: b\n\n" + diff("+x"), "wrong/1.1.md:5: a diff needs a line that is in the file");
        assertMistake("## a: b\n\nRed: 1.1\n", "wrong/1.1.md:1: a changes nothing");
    }

    private static void assertMistake(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Failure.class).hasMessageStartingWith(message);
    }

    private static String diff(String... lines) {
        return "\n`Sums.java`\n\n```diff\n".stripLeading() + String.join("\n", lines) + "\n```\n";
    }

    private static String changed(String text) {
        return apply(text).get(FILE);
    }

    private static Map<Path, String> apply(String text) {
        Map<Path, String> sources = new TreeMap<>(Map.of(FILE, SOURCE));
        for (Change change : read("## a: b\n\n" + text).get(0).changes()) {
            assertThat(change.apply(sources)).isEmpty();
        }
        return sources;
    }

    private static String problem(String text) {
        Map<Path, String> sources = new TreeMap<>(Map.of(FILE, SOURCE));
        return read("## a: b\n\n" + text).get(0).changes().get(0).apply(sources).orElse("none");
    }

    private static List<BankEntry> read(String text) {
        return BankFile.read("wrong/1.1.md", 1, text);
    }
}
