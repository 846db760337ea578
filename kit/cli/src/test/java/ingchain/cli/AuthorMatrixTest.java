package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorMatrixTest extends SumKitTest {
    private static final String WRONG = "kit/bank/wrong/1.1.md";

    @BeforeEach
    void fillTheBank() throws IOException {
        kit.file(
                        WRONG,
                        entry(
                                        "subtracts",
                                        "Red: 1.1 wrong expectation, 1.2 wrong",
                                        "-return a + b;",
                                        "+return a + b + 2;")
                                + entry(
                                        "overflows",
                                        "Red: 1.1 threw index-out-of-bounds, 1.2",
                                        "-return a + b;",
                                        "+return \"\".charAt(a);"))
                .file(
                        "kit/bank/unusual/1.md",
                        entry("counts-up", "", "-return a + b;", "+return b == 0 ? a : add(a + 1, b - 1);"));
    }

    @Test
    @DisplayName("wrong solutions that are caught and right ones that pass are as expected: exit code 0")
    void asExpected() {
        assertThat(kit.run("author", "matrix")).as(kit.out() + kit.err()).isZero();
        assertThat(kit.out())
                .containsPattern("✓ subtracts +✗ 1.1 wrong expectation  ✗ 1.2 wrong expectation")
                .containsPattern("✓ overflows +✗ 1.1 threw index-out-of-bounds")
                .containsPattern("✓ counts-up +all 3 exercises green")
                .contains("2 wrong solutions and 1 right ones: 0 not as expected");
    }

    @Test
    @DisplayName(
            "another cause, an exercise that is red in secret and a right solution that fails are told: exit code 1")
    void unexpected() throws IOException {
        kit.edit(WRONG, "1.1 wrong expectation, 1.2 wrong", "1.1 wrong null-pointer")
                .edit("kit/bank/unusual/1.md", "a + 1, b - 1", "a + 2, b - 1");
        assertThat(kit.run("author", "matrix", "subtracts", "counts-up")).isEqualTo(1);
        assertThat(kit.out())
                .contains("should be 1.1 wrong null-pointer, but is 1.1 wrong expectation")
                .contains("should be 1.2 done, but is 1.2 wrong expectation")
                .contains("kit/bank/unusual/1.md:1: should be 2.1 done, but is 2.1 wrong")
                .contains("2 not as expected")
                .doesNotContain("overflows");
    }

    @Test
    @DisplayName("a change that does not compile is told in javac's words, one that does not fit with its place")
    void doesNotCompile() throws IOException {
        kit.edit(WRONG, "+return a + b + 2;", "+return c;");
        assertThat(kit.run("author", "matrix", "subtracts")).isEqualTo(1);
        assertThat(kit.out()).contains("cannot find symbol").doesNotContain("/tmp");
        kit.edit(WRONG, "-return a + b;\n+return c;", "-return b;\n+return c;");
        assertThat(kit.run("author", "matrix", "1.1")).isEqualTo(1);
        assertThat(kit.err()).contains(WRONG + ":1: subtracts does not fit the solution any more");
    }

    @Test
    @DisplayName("a word that means no entry is not understood: exit code 2")
    void nothingMeant() {
        assertThat(kit.run("author", "matrix", "3.1")).isEqualTo(2);
        assertThat(kit.err()).contains("there is no entry \"3.1\" in kit/bank");
    }

    @Test
    @DisplayName("what the bank lacks is a problem of author check: solutions, causes, hints")
    void lacking() throws IOException {
        kit.edit(WRONG, "1.1 wrong expectation, 1.2 wrong", "1.1, 1.7");
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.1 has 2 wrong solutions in kit/bank/wrong: it takes 4")
                .contains("1.2 has 0 wrong solutions")
                .contains("step 1 has 1 unusual solutions in kit/bank/unusual: it takes 4")
                .contains(WRONG + ":1: there is no exercise 1.7")
                .contains(WRONG + ":1 needs the outcome and the cause of 1.1");
    }

    @Test
    @DisplayName("pages show the matrix and real failures, written by author docs and compared by author check")
    void pages() throws IOException {
        String page = "docs/en/proof.md";
        kit.file(
                page,
                "# Proof\n\n<!-- from: matrix 1 -->\nold\n<!-- end -->\n\n"
                        + "<!-- from: failure subtracts -->\n<!-- end -->\n\nThe end.\n");
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out()).contains(page + ":4 is not as it would be written today");
        assertThat(kit.run("author", "docs")).as(kit.err()).isZero();
        assertThat(kit.out()).contains("wrote " + page);
        assertThat(kit.read(page))
                .contains(
                        "| what it does | ✗ | ✗ | `expectation` |",
                        "| what it does | ✓ | ✓ |",
                        "  1.1 Add gives 1: wrong")
                .doesNotContain("old")
                .endsWith("\nThe end.\n");
        assertThat(kit.run("author", "docs")).isZero();
        assertThat(kit.out()).contains("nothing to write");
    }

    private static String entry(String id, String red, String... diff) {
        return "## " + id + ": what it does\n\n" + red + "\n\n`Sums.java`\n\n```diff\n" + String.join("\n", diff)
                + "\n```\n\n";
    }
}
