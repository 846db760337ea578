package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whatever a student's code does, it has an outcome and a sentence, and what comes after it has its own")
class MisbehaviourTest extends SumKitTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an endless loop            | while (true) {}                                                              | ran out of time  | Sums.java:9
            a deadlock                 | return Trouble.deadlock();                                                   | ran out of time  | a deadlock: threads wait
            a lock that is never free  | synchronized (Sums.class) { while (true) { Thread.yield(); } }               | ran out of time  | Sums.java:9
            a thousand threads         | for (int i = 0; i < 1000; i++) Trouble.thread(() -> Trouble.sleep()); return -1; | wrong        | Add of 1
            ten busy threads           | for (int i = 0; i < 10; i++)   Trouble.thread(() -> { while (true) {} }); return -1; | wrong    | Add of 1
            all memory                 | return Trouble.fill();                                                       | threw            | OutOfMemoryError
            all memory, in the back    | Trouble.thread(() -> Trouble.fill()); Trouble.sleep(); return 0;             | ran out of time  | Trouble.sleep
            a flood of prints          | while (true) System.out.println("again and again");                          | ran out of time  | '| again and again'
            a print without an end     | while (true) System.out.print("again and again ");                           | ran out of time  | '| again and again'
            System.exit                | System.exit(0); return 0;                                                    | threw            | ended the whole program at Sums.java:9
            Runtime.halt               | Runtime.getRuntime().halt(0); return 0;                                      | threw            | Runtime.halt
            closing System.in          | Trouble.close(System.in); return a + b;                                      | done             | 1.1
            closing System.out         | System.out.close(); return a - 1;                                            | wrong            | Add of 1
            deleting the folder it is in | Trouble.deleteAll(); return a + b;                                         | done             | 1.1
            a stack overflow           | return add(a, b) + 1;                                                        | threw            | calls itself
            a broken static initialiser | return Broken.VALUE;                                                        | threw            | Sums.java
            a checked exception sneaked out | throw Trouble.<RuntimeException>sneak(new Exception("oh"));             | threw            | oh
            an error of its own        | throw new Error("oh");                                                       | threw            | oh
            interrupting everybody     | Trouble.interruptAll(); return a + b;                                        | done             | 1.1
            """)
    void misbehaves(String what, String code, String outcome, String sentence) throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), code)
                .edit(SUMS, undone("1.2 double a number"), "return 2 * a;")
                .edit("step01-sums/src/test/java/ingchain/sums/AddTest.java", "seconds = 20", "seconds = 3")
                .file("step01-sums/src/main/java/ingchain/sums/Trouble.java", TROUBLE)
                .file("step01-sums/src/main/java/ingchain/sums/Broken.java", BROKEN);
        kit.run("check", "1");
        String all = kit.out();
        assertThat(all).contains("✓ 1.2 double a number");
        if (outcome.equals("done")) {
            assertThat(all).contains("✓ 1.1 add two numbers\n");
        } else {
            assertThat(all).contains("✗ 1.1 add two numbers: " + outcome);
        }
        assertThat(all).contains(sentence);
        assertThat(all.lines()).hasSizeLessThan(60);
        assertThat(kit.err()).isEmpty();
    }

    private static final String TROUBLE = """
            package ingchain.sums;

            import java.util.ArrayList;
            import java.util.List;

            final class Trouble {
                static void thread(Runnable task) {
                    new Thread(task).start();
                }

                static void sleep() {
                    try {
                        Thread.sleep(3_600_000);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }

                static int deadlock() {
                    Object one = new Object();
                    Object two = new Object();
                    Thread other = new Thread(() -> both(two, one));
                    synchronized (one) {
                        other.start();
                        pause();
                        synchronized (two) {
                            return 0;
                        }
                    }
                }

                private static void both(Object first, Object second) {
                    synchronized (first) {
                        pause();
                        synchronized (second) {
                            pause();
                        }
                    }
                }

                private static void pause() {
                    try {
                        Thread.sleep(300);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }

                static int fill() {
                    List<byte[]> all = new ArrayList<>();
                    while (true) {
                        all.add(new byte[Integer.MAX_VALUE - 8]);
                    }
                }

                static void close(AutoCloseable closeable) {
                    try {
                        closeable.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }

                static void deleteAll() {
                    delete(new java.io.File("."));
                }

                private static void delete(java.io.File file) {
                    java.io.File[] inside = file.listFiles();
                    if (inside != null) {
                        for (java.io.File each : inside) {
                            delete(each);
                        }
                    }
                    file.delete();
                }

                static void interruptAll() {
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread != Thread.currentThread())
                            .forEach(Thread::interrupt);
                }

                @SuppressWarnings("unchecked")
                static <E extends Throwable> RuntimeException sneak(Throwable thrown) throws E {
                    throw (E) thrown;
                }
            }
            """;

    private static final String BROKEN = """
            package ingchain.sums;

            final class Broken {
                static final int VALUE = Integer.parseInt("x");
            }
            """;

    @Test
    @DisplayName("a file that was deleted does not compile, and a sentence says how to get it back; and so one does")
    void deletedFile() throws IOException {
        kit.file(
                "step01-sums/src/main/java/ingchain/sums/Uses.java",
                "package ingchain.sums; class Uses { Sums sums; }");
        Files.delete(kit.home().root().resolve(SUMS));
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("does not compile", SUMS + " is missing", "./ingchain reset 1.1 brings it back");
        assertThat(kit.run("reset", "1.1", "--yes")).isZero();
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("not done yet");
    }

    @Test
    @DisplayName("a whole step that was deleted does not compile, and a sentence says how to get it back")
    void deletedStep() throws IOException {
        Files.delete(kit.home().root().resolve(SUMS));
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains(SUMS + " is missing");
    }

    @Test
    @DisplayName("a file in another encoding does not compile, and a sentence says which it should be")
    void wrongEncoding() throws IOException {
        String text = kit.read(SUMS).replace(undone("1.1 add two numbers"), "String s = \"über\"; return a + b;");
        Files.write(kit.home().root().resolve(SUMS), text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(kit.run("check", "1.1")).isEqualTo(1);
        assertThat(kit.out()).contains("does not compile", SUMS + ":9", "have your editor save it as UTF-8");
    }
}
