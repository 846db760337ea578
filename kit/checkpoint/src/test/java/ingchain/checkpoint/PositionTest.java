package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A thread that the JVM takes for running")
class PositionTest {
    private static final int NATIVE = -2; // as StackTraceElement has it
    private static final StackTraceElement STUDENT =
            new StackTraceElement("ingchain.sample.Student", "serve", "Student.java", 7);

    /** Where JUnit's classes came from are the tests; so the samples here are the student's. */
    private static final StudentCode CODE = new StudentCode(Assertions.class);

    private static String standsAt(StackTraceElement... inLibraries) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(inLibraries));
        frames.add(STUDENT);
        ThreadStack stack = new ThreadStack(Thread.currentThread(), Thread.State.RUNNABLE, frames, -1, false);
        return Position.of(stack, CODE).orElseThrow().standsAt();
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, null, line);
    }

    @Test
    @DisplayName("is busy in a library that makes or copies arrays, which native methods do")
    void copies() {
        assertThat(standsAt(
                        frame("java.lang.reflect.Array", "newArray", NATIVE),
                        frame("java.util.stream.ReferencePipeline", "toList", 99)))
                .isEqualTo("is busy at Student.java:7");
        assertThat(standsAt(frame("java.lang.System", "arraycopy", NATIVE))).isEqualTo("is busy at Student.java:7");
    }

    @Test
    @DisplayName("waits in a native method that waits for bytes")
    void waitsForBytes() {
        assertThat(standsAt(
                        frame("sun.nio.ch.SocketDispatcher", "read0", NATIVE),
                        frame("java.net.Socket$SocketInputStream", "read", 99)))
                .isEqualTo("waits in read at Student.java:7");
        assertThat(standsAt(frame("java.io.FileInputStream", "readBytes", NATIVE)))
                .isEqualTo("waits in readBytes at Student.java:7");
    }
}
