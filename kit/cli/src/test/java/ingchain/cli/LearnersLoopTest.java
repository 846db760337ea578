package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ingchain.cli.exercise.Course;
import ingchain.cli.watch.LearnersLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The learner's loop")
class LearnersLoopTest extends SumKitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int COLUMNS = 100;

    private LineDisciplineTerminal terminal;
    private ScreenTerminal screen;
    private FutureTask<Void> loop;

    @BeforeEach
    void openWindow() throws IOException {
        ScreenTerminal.VirtualTerminal window = ScreenTerminal.withTerminal("test", "xterm", COLUMNS, 30);
        terminal = window.terminal();
        screen = window.screen();
    }

    @AfterEach
    void leave() throws Exception {
        if (loop != null && !loop.isDone()) {
            press("\u0004");
            press("\u0004");
            loop.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        terminal.close();
    }

    @Test
    @DisplayName("goes from a wrong save to a hint, to a right save, to the next exercise, and leaves")
    void session() throws Exception {
        Attributes before = terminal.getAttributes();
        start();
        awaitScreen("1.1 add two numbers", "Give the sum of both.", "write it in  " + SUMS + ":9", "q quit");
        awaitScreen("docs/en/step01-sums.md, section 1.1", "0 of 3 exercises done");

        kit.edit(SUMS, undone("1.1 add two numbers"), "System.out.println(\"a is \" + a); return a - 1;");
        awaitScreen("✗ 1.1 Add gives 1: wrong", "Cause: Add of 1: expected 1", "| a is 1");

        press("h");
        awaitScreen("Hint 1 of 2", "Try 1.1.");
        press("h");
        awaitScreen("Hint 2 of 2", "Try harder.");

        kit.edit(SUMS, "return a - 1;", "return a + b;");
        awaitScreen("✓ 1.1 add two numbers: done", "1.2 double a number", "1 of 3 exercises done");
        assertThat(text()).doesNotContain("wrong", "Hint");

        press("q");
        loop.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(terminal.getAttributes()).hasToString(before.toString());
    }

    @Test
    @DisplayName("lists the exercises, jumps to one, and resets one when asked and answered yes")
    void list() throws Exception {
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a - 1;");
        start();
        awaitScreen("✗ 1.1 Add gives 1: wrong");
        press("l");
        awaitScreen("▸ ✗ 1.1 add two numbers", "2.1 square a number");
        press("\u001b[B");
        awaitScreen("▸ · 1.2 double a number");
        press("\r");
        awaitScreen("1.2 double a number", "section 1.2");
        press("l");
        awaitScreen("▸ · 1.2 double a number");
        press("k");
        press("x");
        awaitScreen("Bring 1.1 add two numbers back to what you started with?", "[y/n]");
        press("n");
        awaitScreen("q quit");
        assertThat(kit.read(SUMS)).contains("return a - 1;");
        press("l");
        awaitScreen("▸");
        press("k");
        press("x");
        awaitScreen("[y/n]");
        press("ㅛ"); // y, where a Korean keyboard was left in Korean
        awaitScreen("Your version is kept in");
        assertThat(kit.read(SUMS)).contains(undone("1.1 add two numbers"));
    }

    @Test
    @DisplayName("shows the chapter; and our solution only when it is done, or after a question")
    void texts() throws Exception {
        start();
        awaitScreen("Waiting for your first save.");
        press("d");
        awaitScreen("1.1 What to do", "Do it.");
        press("q");
        awaitScreen("Give the sum of both.");
        press("s");
        awaitScreen("You have not done 1.1 yet.", "[y/n]");
        press("y");
        awaitScreen("+     return a + b;");
        press("\u001b");
        awaitScreen("q quit");
    }

    @Test
    @DisplayName("checks the newest save, though a check of the one before would take for ever")
    void newerSave() throws Exception {
        start();
        awaitScreen("Waiting for your first save.");
        kit.edit(SUMS, undone("1.1 add two numbers"), "while (true) {}");
        awaitScreen("checking 1.1 ...");
        kit.edit(SUMS, "while (true) {}", "return a + b;");
        awaitScreen("✓ 1.1 add two numbers: done");
    }

    @Test
    @DisplayName("lives on when the student's code ends its program or does not compile, and takes the next save")
    void livesOn() throws Exception {
        start();
        awaitScreen("Waiting for your first save.");
        kit.edit(SUMS, undone("1.1 add two numbers"), "Runtime.getRuntime().halt(1); return 0;");
        awaitScreen("Runtime.halt");
        kit.edit(SUMS, "Runtime.getRuntime().halt(1);", "return 0");
        awaitScreen("does not compile", SUMS + ":9");
        kit.edit(SUMS, "return 0 return 0;", "return a + b;");
        awaitScreen("✓ 1.1 add two numbers: done");
    }

    @Test
    @DisplayName("goes back to an exercise that was done and is broken by a later change")
    void broken() throws Exception {
        start();
        awaitScreen("Waiting for your first save.");
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a + b;");
        awaitScreen("✓ 1.1 add two numbers: done");
        kit.edit(SUMS, "return a + b;", "return a - 1;").edit(SUMS, undone("1.2 double a number"), "return 2 * a;");
        awaitScreen("✗ 1.1 Add gives 1: wrong");
    }

    @Test
    @DisplayName("begins at the top of the window, though something was written there before, and at Ctrl-L once more")
    void fromTheTop() throws Exception {
        terminal.writer().println("building the kit");
        terminal.flush();
        start();
        awaitScreen("Waiting for your first save.");
        assertThat(ScreenText.rows(screen).get(0)).contains("0 of 3 exercises done");
        assertThat(ScreenText.rows(screen).get(1)).isBlank();
        terminal.writer().println("somebody writes over it");
        terminal.flush();
        press("\f");
        await().atMost(PATIENCE).until(() -> !text().contains("somebody"));
        assertThat(ScreenText.rows(screen).get(0)).contains("0 of 3 exercises done");
    }

    @Test
    @DisplayName("draws itself anew when the window gets another size")
    void resize() throws Exception {
        start();
        awaitScreen("Give the sum of both.", "q quit");
        screen.setSize(60, 12);
        terminal.setSize(Size.of(60, 12));
        terminal.raise(org.jline.terminal.Terminal.Signal.WINCH);
        await().atMost(PATIENCE).until(() -> ScreenText.rows(screen).get(11).contains("q quit"));
        assertThat(text()).contains("Give the sum of both.");
    }

    @Test
    @DisplayName("works line by line where there is nothing but lines, and ends where there are no more")
    void byLine() throws Exception {
        kit.answering("h\n2.1\nl\n1.1\nd\n\nx 1.1\nq\n");
        new LearnersLoop(kit.home(), Course.read(kit.home()), kit.terminal()).runByLine(null);
        assertThat(kit.out())
                .contains("1.1 add two numbers", "Type and press enter", "Hint 1 of 2", "Try 1.1.")
                .contains("2.1 square a number", "Do it.", "It is as you started with")
                .doesNotContain("\u001b");
        kit.answering("");
        new LearnersLoop(kit.home(), Course.read(kit.home()), kit.terminal()).runByLine(null);
    }

    private void start() {
        Callable<Void> run = () -> {
            new LearnersLoop(kit.home(), Course.read(kit.home()), kit.terminal()).runIn(terminal, null);
            return null;
        };
        loop = new FutureTask<>(run);
        Thread thread = new Thread(loop, "loop");
        thread.setDaemon(true);
        thread.start();
    }

    private void press(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void awaitScreen(String... texts) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            if (loop.isDone()) {
                loop.get();
            }
            assertThat(text()).contains(texts);
        });
    }

    private String text() {
        return ScreenText.of(screen);
    }
}
