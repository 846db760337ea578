package ingchain.bench.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessMemoryTest {
    private static final int MEGABYTES = 40;

    private Process other;

    @AfterEach
    void end() {
        if (other != null) {
            other.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("the objects of a JVM are counted among its memory, and more of them are more")
    void grows() throws Exception {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hoarder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.getInputStream().read()).as("the other JVM is there").isEqualTo('+');
        ProcessMemory before = ProcessMemory.of(other.pid());
        other.getOutputStream().write('\n');
        other.getOutputStream().flush();
        assertThat(other.getInputStream().read()).as("it holds more").isEqualTo('+');
        ProcessMemory after = ProcessMemory.of(other.pid());
        assertThat(after.live() - before.live()).isBetween(MEGABYTES - 5.0, MEGABYTES + 5.0);
        assertThat(after.resident()).isGreaterThan(after.live());
    }

    /** Says so with a plus when it is there, and holds so much more memory with each byte that it is sent. */
    static final class Hoarder {
        private Hoarder() {}

        public static void main(String[] args) throws IOException {
            List<byte[]> hoard = new ArrayList<>();
            do {
                System.out.print('+');
                System.out.flush();
                if (System.in.read() < 0) {
                    return;
                }
                hoard.add(new byte[MEGABYTES << 20]);
            } while (!hoard.isEmpty());
        }
    }
}
