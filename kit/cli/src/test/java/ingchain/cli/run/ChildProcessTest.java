package ingchain.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Java;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
    private static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();

    /** Says that it runs, and then does nothing for ever. */
    public static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("running " + args[0]);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    @DisplayName("a child tells each line that it prints, and is ended with its owner's close")
    void close() throws Exception {
        CompletableFuture<String> line = new CompletableFuture<>();
        ChildProcess child =
                new ChildProcess(List.of(CLASSES, TESTS), Sleeper.class.getName(), List.of("a"), line::complete);
        assertThat(line.get(30, TimeUnit.SECONDS)).isEqualTo("running a");
        assertThat(child.isAlive()).isTrue();
        child.close();
        assertThat(child.waitFor(10_000)).isTrue();
    }

    @Test
    @DisplayName("a hosted program ends when its standard input does, as happens when the command is killed")
    void endsWithTheCommand() throws Exception {
        Process process = new ProcessBuilder(
                        Java.command(),
                        "-cp",
                        ClassPaths.text(List.of(CLASSES, TESTS)),
                        Hosted.class.getName(),
                        Sleeper.class.getName(),
                        "b")
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("running b");
            process.getOutputStream().close();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }
}
