package ingchain.bench.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

class ProcessMemoryTest {
    private static final int MEGABYTES = 40;

    @Test
    @EnabledOnOs(OS.LINUX)
    @EnabledForJreRange(
            max = JRE.JAVA_21,
            disabledReason = "on JDK 25, a JVM whose own test asks it for its histogram was seen to hang")
    @DisplayName("the objects of a JVM are counted among its memory, and more of them are more")
    void grows() throws Exception {
        ProcessMemory before = ProcessMemory.of(ProcessHandle.current().pid());
        byte[] large = new byte[MEGABYTES << 20];
        ProcessMemory after = ProcessMemory.of(ProcessHandle.current().pid());
        assertThat(after.live() - before.live()).isBetween(MEGABYTES - 5.0, MEGABYTES + 5.0);
        assertThat(after.resident()).isGreaterThan(after.live());
        assertThat(large).hasSize(MEGABYTES << 20);
    }
}
