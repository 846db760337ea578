package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A transcript")
class TranscriptTest {
    @Test
    @DisplayName("numbers its steps in the order in which they were noted")
    void numbers() {
        Transcript transcript = new Transcript();
        transcript.step("peer A connects");
        transcript.step("peer A sends \"hello\"");
        assertThat(transcript.lines()).containsExactly("1. peer A connects", "2. peer A sends \"hello\"");
    }

    @Test
    @DisplayName("shows a step that comes again and again as one line, with how often it came")
    void repeats() {
        Transcript transcript = new Transcript();
        transcript.step("it begins");
        for (int i = 0; i < 48; i++) {
            transcript.step("log: trouble");
        }
        transcript.beginStep("it ends").accept(", at last");
        assertThat(transcript.lines())
                .containsExactly("1. it begins", "2. log: trouble, 48 times", "3. it ends, at last");
    }

    @Test
    @DisplayName("tells which lines the log should not have")
    void noSuchLine() {
        CapturedLog log = new CapturedLog(new Transcript());
        log.accept("[!] one");
        log.expectNo("[-]");
        log.expectNoSecond("[!]");
        assertThatThrownBy(() -> log.expectNo("[!]"))
                .hasMessage("the log should have no line that starts with \"[!]\", but has \"[!] one\"");
        log.accept("[!] two");
        log.accept("[!] three");
        assertThatThrownBy(() -> log.expectNoSecond("[!]"))
                .hasMessage("the log should have one line only that starts with \"[!]\","
                        + " but has \"[!] one\" and \"[!] two\" and 1 more");
    }

    @Test
    @DisplayName("loses no step of any thread, and keeps the order of each")
    void concurrent() throws Exception {
        Transcript transcript = new Transcript();
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("A", "B", "C")) {
            threads.add(new Thread(() -> IntStream.range(0, 200).forEach(i -> transcript.step(name + " " + i))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(transcript.lines()).hasSize(600);
        for (String name : List.of("A", "B", "C")) {
            assertThat(transcript.lines())
                    .map(line -> line.replaceFirst("\\d+\\. ", ""))
                    .filteredOn(step -> step.startsWith(name))
                    .containsExactlyElementsOf(IntStream.range(0, 200)
                            .mapToObj(i -> name + " " + i)
                            .toList());
        }
    }

    @Test
    @DisplayName("notes a log line before anyone can have waited for it")
    void log() throws Exception {
        Transcript transcript = new Transcript();
        CapturedLog log = new CapturedLog(transcript);
        new Thread(() -> log.accept("[!] peer A was reset")).start();
        assertThat(log.expectLine("[!]")).isEqualTo("[!] peer A was reset");
        assertThat(transcript.lines()).containsExactly("1. log: [!] peer A was reset");
        assertThat(log.lines("[+]")).isEmpty();
    }

    @Test
    @DisplayName("waits for what another thread is about to do")
    void happens() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            awaitQuietly(asked);
            done.set(true);
        });
        other.start();
        assertThat(new Transcript().happens(() -> {
                    asked.countDown();
                    return done.get();
                }))
                .isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("shows text as text, control bytes and what is not UTF-8 as numbers")
    void readable() {
        assertThat(ReadableBytes.quote("블록 \"hi\"\r\n\t\u0000\u001b")).isEqualTo("\"블록 \"hi\"\\r\\n\\t\\x00\\x1b\"");
        assertThat(ReadableBytes.quote(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xed}))
                .isEqualTo("\"a\\xffb\\xed\"");
        assertThat(ReadableBytes.quote(new byte[0])).isEqualTo("\"\"");
    }

    @Test
    @DisplayName("shortens what is long to its beginning, its end and its size")
    void shortened() {
        assertThat(ReadableBytes.quote("start" + "-".repeat(10_000) + "end"))
                .hasSizeLessThan(200)
                .startsWith("\"start---")
                .endsWith("---end\" (10008 bytes)");
        assertThat(ReadableBytes.quote("체".repeat(10_000))).doesNotContain("\\x");
    }

    @Test
    @DisplayName("orders exercises by step and then by number")
    void exerciseNumbers() {
        assertThat(ExerciseNumber.compare("1.2", "1.2")).isZero();
        assertThat(ExerciseNumber.compare("1.4", "2.1")).isNegative();
        assertThat(ExerciseNumber.compare("2.10", "2.9")).isPositive();
    }
}
