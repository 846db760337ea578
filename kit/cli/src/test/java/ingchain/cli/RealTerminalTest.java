package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the terminal is looked at with stty, which Windows has not")
@DisplayName("In a real terminal, the loop")
class RealTerminalTest extends SumKitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int COLUMNS = 100;
    private static final int ROWS = 30;

    private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
    private final StringBuffer written = new StringBuffer();
    private PtyProcess shell;

    @AfterEach
    void end() {
        if (shell != null) {
            descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    @Test
    @DisplayName("shows a wrong save, a hint, a right save and the next exercise, in colour, and leaves all as it was")
    void session() throws IOException {
        start(Map.of());
        awaitScreen("1.1 add two numbers", "Give the sum of both.", "Waiting for your first save.", "q quit");
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a - 1;");
        awaitScreen("✗ 1.1 Add gives 1: wrong", "Cause: Add of 1: expected 1");
        type("h");
        awaitScreen("Hint 1 of 2", "Try 1.1.");
        kit.edit(SUMS, "return a - 1;", "return a + b;");
        awaitScreen("✓ 1.1 add two numbers: done", "1.2 double a number", "1 of 3 exercises done");
        shell.setWinSize(new WinSize(60, 20));
        screen.setSize(60, 20);
        await().atMost(PATIENCE).until(() -> ScreenText.rows(screen).get(19).contains("q quit"));
        type("q");
        awaitUsable("ended with 0");
        assertThat(written).contains("\u001b[32m", "\u001b[?1049h", "\u001b[?1049l", "Until next time.");
    }

    @Test
    @DisplayName("leaves a usable terminal when it is ended by a signal")
    void signal() throws IOException {
        start(Map.of());
        awaitScreen("Waiting for your first save.");
        descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .destroy();
        awaitUsable("ended with 143");
        assertThat(written).contains("\u001b[?1049l");
    }

    @Test
    @DisplayName("leaves at Ctrl-C, and with NO_COLOR it has no colours")
    void interrupt() throws IOException {
        start(Map.of("NO_COLOR", "1"));
        awaitScreen("Waiting for your first save.");
        type("\u0003");
        awaitUsable("ended with 0");
        assertThat(written).doesNotContain("\u001b[32m", "\u001b[1m");
    }

    @Test
    @DisplayName("writes line by line in a dumb one, and not a single escape sequence")
    void dumb() throws IOException {
        start(Map.of("TERM", "dumb"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).contains("Waiting for your first save."));
        type("h\n");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(written).contains("Hint 1 of 2"));
        type("q\n");
        awaitUsable("ended with 0");
        assertThat(written).doesNotContain("\u001b");
    }

    /** A shell runs the command and then tells what state the terminal is in. */
    private void start(Map<String, String> more) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String line = String.join(
                " ",
                "'" + java + "'",
                "-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -Duser.language=en",
                "-Dingchain.terminal=true -Dingchain.interactive=true",
                "'-Dingchain.root=" + kit.home().root() + "'",
                "-cp '" + System.getProperty("java.class.path") + "'",
                "ingchain.cli.Main; echo ended with $?; stty -a");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("NO_COLOR");
        environment.put("TERM", "xterm-256color");
        environment.putAll(more);
        shell = new PtyProcessBuilder(new String[] {"sh", "-c", line})
                .setEnvironment(environment)
                .setInitialColumns(COLUMNS)
                .setInitialRows(ROWS)
                .start();
        Thread reader = new Thread(this::read, "what is written to the terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private Stream<ProcessHandle> descendants() {
        return ProcessHandle.of(shell.pid()).stream().flatMap(ProcessHandle::descendants);
    }

    private void read() {
        char[] piece = new char[4096];
        try (Reader reader = new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8)) {
            for (int length = reader.read(piece); length >= 0; length = reader.read(piece)) {
                String text = new String(piece, 0, length);
                written.append(text);
                screen.write(text);
            }
        } catch (IOException e) {
            // The shell has ended, and the terminal with it.
        }
    }

    private void type(String keys) throws IOException {
        shell.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }

    private void awaitScreen(String... texts) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ScreenText.of(screen)).contains(texts));
    }

    private void awaitUsable(String ending) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written.toString().replaceAll("\\s+", " "))
                        .contains(ending)
                        .containsPattern(" icanon .* echo "));
    }
}
