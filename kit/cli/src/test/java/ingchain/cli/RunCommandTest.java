package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunCommandTest extends SumKitTest {
    private static final String SERVER = "step01-sums/src/main/java/ingchain/server/ServerProgram.java";
    private static final String NETWORK = "step02-squares/src/main/java/ingchain/network/NetworkProgram.java";

    @BeforeEach
    void programs() throws IOException {
        kit.file("solutions/" + SERVER, program("server", "ServerProgram", "ingchain.sums.Sums.add(1, 1)"))
                .file(
                        "solutions/" + NETWORK,
                        program("network", "NetworkProgram", "ingchain.squares.Squares.square(2)"))
                .compileSolutions()
                .run("author", "starters");
    }

    @Test
    @DisplayName("a step with peers runs as two nodes: the second dials where the first says that it listens")
    void twoNodes() {
        assertThat(kit.run("run", "2", "--solution", "--seconds", "3"))
                .as(kit.err())
                .isZero();
        assertThat(kit.out())
                .contains("node 1 | args [--port, 8555, --seconds, 3]", "node 1 | listening on here:8555")
                .contains("node 2 | args [--port, 8556, --seconds, 3, --peer, here:8555]");
    }

    @Test
    @DisplayName("step 1 has one node only, and node 2 of it is refused in a sentence")
    void oneNode() {
        assertThat(kit.run("run", "1", "--solution", "--port", "7000")).isZero();
        assertThat(kit.out()).contains("args [--port, 7000]").doesNotContain("node 1 |");
        assertThat(kit.run("run", "1", "--node", "2")).isEqualTo(2);
        assertThat(kit.err()).contains("there is only node 1");
    }

    @Test
    @DisplayName("one of two nodes can be run alone, and dials the first unless it is told whom to dial")
    void nodeAlone() {
        assertThat(kit.run("run", "2", "--solution", "--node", "2")).isZero();
        assertThat(kit.out()).contains("args [--port, 8556, --peer, 127.0.0.1:8555]");
        assertThat(kit.run("run", "2", "--solution", "--node", "1", "--peer", "a:1"))
                .isZero();
        assertThat(kit.out()).contains("args [--port, 8555, --peer, a:1]");
        assertThat(kit.run("run", "2", "--peer", "a:1")).isEqualTo(2);
        assertThat(kit.run("run", "2", "--node", "3")).isEqualTo(2);
    }

    @Test
    @DisplayName("a program that meets an exercise that is not done ends with 1, and with where to write it")
    void notDone() {
        assertThat(kit.run("run", "1")).isEqualTo(1);
        assertThat(kit.err()).contains("Not done yet: 1.1 add two numbers. Write it in " + SumKit.SUMS + ":9");
        assertThat(kit.out()).doesNotContain("\tat ");
    }

    @Test
    @DisplayName("a student's step runs on the reference of the steps before it that are not done")
    void onReference() throws IOException {
        kit.edit(SumKit.SQUARES, SumKit.undone("2.1 square a number"), "return ingchain.sums.Sums.add(a, a);");
        assertThat(kit.run("run", "2", "--node", "1")).as(kit.err()).isZero();
        assertThat(kit.err()).contains("on the reference of step 1");
    }

    @Test
    @DisplayName("a step that does not compile is told in javac's words")
    void doesNotCompile() throws IOException {
        kit.file(SumKit.SUMS, "oops");
        assertThat(kit.run("run", "1")).isEqualTo(1);
        assertThat(kit.err()).contains("step 1 does not compile", SumKit.SUMS + ":1");
    }

    /** Prints its arguments, uses an exercise, says that it listens and ends. */
    private static String program(String group, String name, String use) {
        return """
                package ingchain.%s;

                import ingchain.exercise.ExerciseNotDone;

                public final class %s {
                    public static void main(String[] args) {
                        System.out.println("args " + java.util.Arrays.asList(args));
                        try {
                            %s;
                        } catch (ExerciseNotDone e) {
                            System.out.println(e.getMessage());
                            System.exit(1);
                        }
                        System.out.println("listening on here:" + args[1]);
                    }
                }
                """.formatted(group, name, use);
    }
}
