package ingchain.bench.node;

import ingchain.bench.chain.PlainReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link PlainReading} in a JVM that has done nothing else before: what a process that has just started can be held to. */
final class FreshReading {
    private FreshReading() {}

    /** @param args the file with the chain. Prints how many nanoseconds the reading took, without that of the file */
    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        String json = Files.readString(Path.of(args[0]));
        long start = System.nanoTime();
        int folded = PlainReading.parseAndHash(json);
        System.out.println((System.nanoTime() - start) + " " + folded);
    }

    /** Starts a JVM that reads the file, and gives the time in seconds. */
    static double seconds(Path json) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshReading.class.getName(),
                        json.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        if (process.waitFor() != 0 || line == null) {
            throw new IOException("the JVM that reads the chain ended with " + process.exitValue());
        }
        return Long.parseLong(line.split(" ")[0]) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
