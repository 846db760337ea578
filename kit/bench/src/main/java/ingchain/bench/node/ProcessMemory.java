package ingchain.bench.node;

import ingchain.bench.Resident;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How much memory a JVM takes that has just collected its garbage, in MB.
 *
 * @param live objects on its heap that are in use
 * @param resident all that it has from the system: heap, stacks of its threads, its own code and buffers
 */
record ProcessMemory(double live, double resident) {
    private static final double BYTES = 1024 * 1024;

    /** After a collection the JVM gives memory back in the background. This is how long it gets for that. */
    private static final int GIVING_BACK_MILLIS = 2_000;

    /**
     * @param pid of a JVM of ours
     * @throws IOException where it cannot be asked, or the system does not tell: only Linux does
     */
    static ProcessMemory of(long pid) throws IOException, InterruptedException {
        double live = lastNumber(histogram(pid)) / BYTES;
        Thread.sleep(GIVING_BACK_MILLIS);
        double resident = Resident.megabytes(pid)
                .orElseThrow(() -> new IOException("the system does not tell how large a process is"));
        return new ProcessMemory(live, resident);
    }

    /** Collects the garbage, counts what is left, and ends with a line such as {@code Total 307151 17242512}. */
    private static String histogram(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = jcmd.inputReader().lines().toList();
        if (jcmd.waitFor() != 0) {
            throw new IOException("a node could not be asked for its memory: jcmd ended with " + jcmd.exitValue());
        }
        return lines.get(lines.size() - 1);
    }

    private static double lastNumber(String line) {
        String[] words = line.strip().split("\\s+");
        return Double.parseDouble(words[words.length - 1]);
    }
}
