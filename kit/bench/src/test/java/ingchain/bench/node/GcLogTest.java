package ingchain.bench.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GcLogTest {
    @Test
    @DisplayName("the fullest that the heap was is read from the collector's log, and 0 where it had nothing to do")
    void fullest() {
        String log = "[0.009s][info][gc] Using G1\n"
                + "[0.412s][info][gc] GC(0) Pause Young (Normal) (G1 Evacuation Pause) 23M->4M(400M) 3.1ms\n"
                + "[1.100s][info][gc] GC(1) Pause Young (Normal) (G1 Evacuation Pause) 231M->64M(400M) 9.8ms\n"
                + "[1.350s][info][gc] GC(2) Concurrent Mark Cycle 20.2ms\n"
                + "[1.900s][info][gc] GC(3) Pause Young (Mixed) (G1 Evacuation Pause) 190M->71M(400M) 7.5ms\n";
        assertThat(GcLog.mostMegabytes(log)).isEqualTo(231);
        assertThat(GcLog.mostMegabytes("")).isZero();
    }
}
