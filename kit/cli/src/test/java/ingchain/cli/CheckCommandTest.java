package ingchain.cli;

import static ingchain.cli.SumKit.SQUARES;
import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckCommandTest extends SumKitTest {
    @Test
    @DisplayName(
            "as shipped, every exercise is not done yet, and the first one tells where to write it and what to read")
    void asShipped() {
        assertThat(kit.run("check")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.1 add two numbers: not done yet", "1.2 double a number: not done yet")
                .contains("2.1 square a number: not done yet", "step 2 (step02-squares), on the reference of step 1")
                .contains("Write it in " + SUMS + ":9")
                .contains("Read docs/en/step01-sums.md, section 1.1")
                .doesNotContain("section 1.2");
        assertThat(kit.err()).isEmpty();
    }

    @Test
    @DisplayName("an exercise that is done is a line, and there is no more to say: exit code 0")
    void done() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        assertThat(kit.run("check", "1.1")).isZero();
        assertThat(kit.out()).contains("✓ 1.1 add two numbers\n").doesNotContain("Read", "1.2");
    }

    @Test
    @DisplayName("the reference is checked with --solution, whatever the student's code and own tests say")
    void solution() throws IOException {
        kit.file(SUMS, "does not compile")
                .file("step01-sums/src/test/java/ingchain/sums/MyTest.java", "class MyTest { NoSuchThing x; }");
        assertThat(kit.run("check", "--solution")).isZero();
        assertThat(kit.out()).contains("✓ 1.1", "✓ 1.2", "✓ 2.1", "step 2, the reference");
    }

    @Test
    @DisplayName("a wrong exercise is told with what was expected, and with what the student's code printed")
    void wrong() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "System.out.println(\"adding \" + a); return a - 1;");
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out())
                .contains("✗ 1.1 add two numbers: wrong", "Add gives 1: wrong", "Add of 1")
                .contains("Meanwhile your code printed:", "| adding 1");
    }

    @Test
    @DisplayName("an exercise whose ExerciseNotDone still stands is not done yet, whatever its tests come upon")
    void halfDone() throws IOException {
        String starter = undone("1.2 double a number");
        kit.edit(SUMS, starter, "if (a >= 0) return 5; " + starter);
        assertThat(kit.run("check", "1.2")).isEqualTo(1);
        assertThat(kit.out()).contains("1.2 double a number: not done yet", "Write it in");
    }

    @Test
    @DisplayName("an exception is told with the student's line")
    void threw() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "throw new IllegalStateException(\"oh\");");
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("1.1 add two numbers: threw", "IllegalStateException (oh)", "Sums.java:9");
    }

    @Test
    @DisplayName("an endless loop runs out of time, and the exercises after it still get their results")
    void endlessLoop() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "while (true) {}")
                .edit("step01-sums/src/test/java/ingchain/sums/AddTest.java", "seconds = 20", "seconds = 2")
                .edit(SUMS, undone("1.2 double a number"), "return 2 * a;");
        assertThat(kit.run("check", "1")).isEqualTo(1);
        assertThat(kit.out()).contains("1.1 add two numbers: ran out of time", "✓ 1.2");
    }

    @Test
    @DisplayName("System.exit is an outcome, and the exercises after it still get their results")
    void exit() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "System.exit(0); return 0;")
                .edit(SUMS, undone("1.2 double a number"), "return 2 * a;");
        assertThat(kit.run("check", "1")).isEqualTo(1);
        assertThat(kit.out()).contains("1.1 add two numbers: threw", "✓ 1.2", "Sums.java:9");
    }

    @Test
    @DisplayName("a halt of the whole JVM is an outcome of the exercise in which it happens, and of no other")
    void halt() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;")
                .edit(SUMS, undone("1.2 double a number"), "Runtime.getRuntime().halt(0); return 0;");
        assertThat(kit.run("check", "1")).isEqualTo(1);
        assertThat(kit.out()).contains("✓ 1.1", "1.2 double a number: threw", "Runtime.halt");
    }

    @Test
    @DisplayName("a compile error is shown in javac's words, with file, line and the line's text")
    void doesNotCompile() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + c;");
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.1 add two numbers: does not compile")
                .contains(SUMS + ":9: cannot find symbol", "return a + c;");
    }

    @Test
    @DisplayName("a renamed method that a checkpoint calls does not compile, and a sentence says what to keep")
    void contractChanged() throws IOException {
        kit.edit(SUMS, "int add(int a, int b)", "long add(int a, int b)")
                .edit(SUMS, undone("1.1 add two numbers"), "return a + b;")
                .edit(SUMS, "public static int twice", "public static int duplicate");
        assertThat(kit.run("check", "1.2")).isEqualTo(1);
        assertThat(kit.out())
                .contains("1.2 double a number: does not compile", "TwiceTest.java:", "cannot find symbol")
                .contains("keep the classes and methods of the starter");
    }

    @Test
    @DisplayName("a step is checked on the student's earlier step where that is done, and the heading says so")
    void onOwnStep() throws IOException {
        SumKit.doStepOne(kit).edit(SQUARES, undone("2.1 square a number"), "return a * a;");
        assertThat(kit.run("check", "2")).isZero();
        assertThat(kit.out()).contains("step 1 has changed since its last check", "on your step 1", "✓ 2.1");
        assertThat(kit.run("check", "2")).isZero();
        assertThat(kit.out()).contains("on your step 1").doesNotContain("has changed");

        kit.edit(SUMS, "return 2 * a;", "return 3 * a;");
        assertThat(kit.run("check", "2")).isZero();
        assertThat(kit.out()).contains("has changed", "on the reference of step 1", "✓ 2.1");
        assertThat(kit.run("check", "2.1")).isZero();
        assertThat(kit.out()).contains("on the reference of step 1").doesNotContain("has changed");
    }

    @Test
    @DisplayName("what is neither step nor exercise is told in a sentence, with exit code 2")
    void noSuchExercise() {
        assertThat(kit.run("check", "1.7")).isEqualTo(2);
        assertThat(kit.err()).contains("\"1.7\" is neither a step nor an exercise", "1.1 to 2.1");
    }
}
