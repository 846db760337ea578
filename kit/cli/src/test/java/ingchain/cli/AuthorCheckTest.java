package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorCheckTest extends SumKitTest {
    private static final String ADD_TEST = "step01-sums/src/test/java/ingchain/sums/AddTest.java";
    private static final String TWICE_TEST = "step01-sums/src/test/java/ingchain/sums/TwiceTest.java";
    private static final String SQUARE_TEST = "step02-squares/src/test/java/ingchain/squares/SquareTest.java";
    private static final String CHAPTER = "docs/en/step01-sums.md";

    @Test
    @DisplayName("exercises that are red as shipped and green as solved are sound: exit code 0")
    void sound() {
        assertThat(kit.run("author", "check")).as(kit.out() + kit.err()).isZero();
        assertThat(kit.out()).contains("3 exercises: starters as derived");
    }

    @Test
    @DisplayName("drift, a missing section, a missing hint and a region without a checkpoint each have a sentence")
    void withoutRunning() throws IOException {
        kit.edit(SUMS, "int a, int b", "int a, int c")
                .file("step01-sums/src/main/java/ingchain/sums/Old.java", "class Old {}")
                .edit(CHAPTER, "## 1.1 What", "## What")
                .edit("docs/en/step02-squares.md", "<summary>Hint", "<summary>Hunt")
                .edit(ADD_TEST, "\"1.1\"", "\"1.8\"")
                .edit(TWICE_TEST, "\"1.2\"", "\"1.9\"")
                .edit(SQUARE_TEST, "\"2.1\"", "\"2.2\"");
        assertThat(kit.run("author", "check", "--quick")).isEqualTo(1);
        assertThat(kit.out())
                .contains(SUMS + " differs from line 7 on from what solutions/" + SUMS + " says")
                .contains("Old.java is in no solution")
                .contains("1.1 has no section: " + CHAPTER)
                .contains("2.1 has no hint in docs/en/step02-squares.md")
                .contains("2.1 has no checkpoint", "@Exercise(\"2.1\")")
                .contains("2.2 has a checkpoint in step02-squares, but no region in a solution")
                .contains("10 problems");
    }

    @Test
    @DisplayName("a surviving mutant whose line of code is not there any more is told as such")
    void strayReason() throws IOException {
        kit.without("step02-squares").file("kit/bank/survivors.md", """
                ## 1.1 Sums.java: replaced integer addition with subtraction

                ```java
                return b + a;
                ```

                It was another line once.
                """);
        assertThat(kit.run("author", "check", "--quick")).isEqualTo(1);
        assertThat(kit.out()).contains("kit/bank/survivors.md:1: there is no line “return b + a;”");
        kit.edit("kit/bank/survivors.md", "b + a", "a + b");
        assertThat(kit.run("author", "check", "--quick")).as(kit.out()).isZero();
    }

    @Test
    @DisplayName("a checkpoint that is green as shipped, has too few tests or needs a later exercise is told as such")
    void unsoundCheckpoints() throws IOException {
        String text = kit.read(TWICE_TEST);
        String twoTests = text.substring(0, text.lastIndexOf("    @Test")) + "}\n";
        kit.without("step02-squares")
                .file(TWICE_TEST, twoTests.replaceAll("Sums\\.twice\\((\\d)\\) / 2", "$1"))
                .edit(ADD_TEST, "Sums.add(1, 0)", "Sums.twice(1) / 2");
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.2 is green as shipped")
                .contains("1.2 has a checkpoint of 2 tests: it takes 3")
                .contains("1.1 is not green as solved, with the later exercises as shipped: not done yet");
    }

    @Test
    @DisplayName("a stage that does not compile is told in javac's words")
    void stageDoesNotCompile() throws IOException {
        kit.without("step02-squares")
                .edit("solutions/" + SUMS, "//> 1.2 double a number", "//> 1.2 double a number\n//- return b;");
        kit.run("author", "starters");
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out())
                .contains("the starter of step 1 does not compile", "the step solved up to 1.1 does not compile")
                .contains("ingchain/sums/Sums.java:", "cannot find symbol")
                .doesNotContain("solved up to 1.2", "/tmp");
    }

    @Test
    @DisplayName("an exercise that is red for another reason than not being done is noted, and is no problem")
    void redOtherwise() throws IOException {
        kit.without("step02-squares")
                .edit(
                        "solutions/" + SUMS,
                        "//> 1.1 add two numbers",
                        "//> 1.1 add two numbers\n        //- return 99;");
        kit.run("author", "starters");
        assertThat(kit.read(SUMS)).doesNotContain(undone("1.1 add two numbers"));
        assertThat(kit.run("author", "check")).as(kit.out()).isZero();
        assertThat(kit.out()).contains("1.1 is red as shipped, but as \"wrong\"");
    }
}
