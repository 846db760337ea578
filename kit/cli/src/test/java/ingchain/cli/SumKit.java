package ingchain.cli;

import java.io.IOException;
import java.nio.file.Path;

/** A kit of two steps, in which students add and double numbers: 1.1, 1.2 and, built on them, 2.1. */
final class SumKit {
    static final String SUMS = "step01-sums/src/main/java/ingchain/sums/Sums.java";
    static final String SQUARES = "step02-squares/src/main/java/ingchain/squares/Squares.java";

    private static final String CONTENTS =
            "# The book\n\n## Steps\n\n- [Sums](step01-sums.md)\n- [Squares](step02-squares.md)\n";

    private SumKit() {}

    /** Ready to be checked: solutions compiled, starters written, chapters there. */
    static KitFixture at(Path root) throws IOException {
        KitFixture kit = new KitFixture(root)
                .borrowKit()
                .file("solutions/" + SUMS, """
                        package ingchain.sums;
                        public final class Sums {
                            private Sums() {}

                            public static int add(int a, int b) {
                                // Exercise 1.1. Give the sum of both.
                                //> 1.1 add two numbers
                                return a + b;
                                //< 1.1
                            }

                            public static int twice(int a) {
                                //> 1.2 double a number
                                return add(a, a);
                                //< 1.2
                            }
                        }
                        """)
                .file("solutions/" + SQUARES, """
                        package ingchain.squares;

                        import ingchain.sums.Sums;

                        public final class Squares {
                            private Squares() {}

                            public static int square(int a) {
                                //> 2.1 square a number
                                int square = 0;
                                for (int i = 0; i < a; i++) {
                                    square = Sums.add(square, a);
                                }
                                return square;
                                //< 2.1
                            }
                        }
                        """)
                .file(
                        "step01-sums/src/test/java/ingchain/sums/AddTest.java",
                        test("sums.Add", "1.1", "Sums.add(%d, 0)"))
                .file(
                        "step01-sums/src/test/java/ingchain/sums/TwiceTest.java",
                        test("sums.Twice", "1.2", "Sums.twice(%d) / 2"))
                .file(
                        "step02-squares/src/test/java/ingchain/squares/SquareTest.java",
                        test("squares.Square", "2.1", "(int) Math.sqrt(Squares.square(%d))"))
                .file("docs/en/step01-sums.md", chapter("1.1") + chapter("1.2"))
                .file("docs/en/step02-squares.md", chapter("2.1"))
                .file("docs/ko/step01-sums.md", korean(chapter("1.1") + chapter("1.2")))
                .file("docs/ko/step02-squares.md", korean(chapter("2.1")))
                .file("docs/en/README.md", CONTENTS)
                .file("docs/ko/README.md", korean(CONTENTS))
                .file("step01-sums/README.md", readme("step01-sums"))
                .file("step02-squares/README.md", readme("step02-squares"))
                .compileSolutions();
        kit.run("author", "starters");
        return kit;
    }

    /** The student does the exercises of step 1. */
    static KitFixture doStepOne(KitFixture kit) throws IOException {
        return kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;")
                .edit(SUMS, undone("1.2 double a number"), "return 2 * a;");
    }

    static String undone(String label) {
        return "throw new ExerciseNotDone(\"" + label + "\");";
    }

    private static String chapter(String number) {
        return "## " + number + " What to do\n\nDo it.\n\n<details><summary>Hint 1</summary>\n\nTry " + number
                + ".\n\n</details>\n\n<details><summary>Hint 2</summary>\n\nTry harder.\n\n</details>\n\n";
    }

    /** The same page, told to other readers: the commands and what is folded away stay. */
    private static String korean(String page) {
        return page.replace("What to do", "할 일").replace("Hint", "힌트").replace("Do it.", "해 보세요.");
    }

    private static String readme(String step) {
        return "# " + step + "\n\n[Chapter](../docs/en/" + step + ".md), [한국어](../docs/ko/" + step + ".md)\n";
    }

    /** A checkpoint of three tests that want what they put in back from an expression. */
    private static String test(String name, String number, String expression) {
        String type = name.substring(name.indexOf('.') + 1);
        StringBuilder tests = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            String value = expression.formatted(i);
            tests.append("""

                        @Test
                        @Order(%d)
                        @DisplayName("%s gives %d")
                        void gives%d() {
                            assertThat(%s).as("%s").isEqualTo(%d);
                        }
                    """.formatted(i, type, i, i, value, type + " of " + i, i));
        }
        return """
                package ingchain.%s;

                import static org.assertj.core.api.Assertions.assertThat;

                import ingchain.checkpoint.Exercise;
                import org.junit.jupiter.api.DisplayName;
                import org.junit.jupiter.api.Order;
                import org.junit.jupiter.api.Test;

                @Exercise(value = "%s", seconds = 20)
                class %sTest {
                %s}
                """.formatted(name.substring(0, name.indexOf('.')), number, type, tests);
    }
}
