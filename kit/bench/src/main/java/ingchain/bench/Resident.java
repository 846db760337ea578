package ingchain.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** What the system has given to a process of its memory: heap, stacks, code and buffers. Only Linux tells. */
public final class Resident {
    private static final double KILOBYTES = 1024;

    private Resident() {}

    /** In MB; empty where the system does not tell, or the process has ended. */
    public static OptionalDouble megabytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES)
                .findFirst();
    }
}
