package ingchain.bench.loop;

import ingchain.bench.Resident;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The learner's loop as a process that is typed to and read line by line. */
final class Watching implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;

    /** At rest is who has not worked for so long, give or take the 10 ms in which Linux counts. */
    private static final int REST_MILLIS = 300;

    private final Process process;
    private final Writer keyboard;
    private final BlockingQueue<Map.Entry<Long, String>> lines = new LinkedBlockingQueue<>();
    private double mostMegabytesAtRest;

    Watching(KitCopy kit, String exercise) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(kit.command(), "--lang=en", "watch", exercise);
        builder.environment().put("NO_COLOR", "1");
        process = builder.redirectErrorStream(true).start();
        keyboard = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "screen");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader screen = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = screen.readLine(); line != null; line = screen.readLine()) {
                lines.add(Map.entry(System.nanoTime(), line));
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    /** Forgets what was on the screen so far. */
    void forget() {
        lines.clear();
    }

    /** Waits for a line that begins so; gives when it came, in the nanoseconds of System.nanoTime. */
    long await(String start) throws IOException, InterruptedException {
        StringBuilder seen = new StringBuilder();
        for (Map.Entry<Long, String> line = next(); line != null; line = next()) {
            seen.append(line.getValue()).append('\n');
            if (line.getValue().startsWith(start)) {
                return line.getKey();
            }
        }
        throw new IOException("no line begins with " + start + ":\n" + seen);
    }

    private Map.Entry<Long, String> next() throws InterruptedException {
        return lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Waits until it and the processes that it has started are at rest: the next worker is started and warm, as it is
     * when a student has thought before the next save.
     */
    void awaitRest() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Map<Long, Duration> before;
        Map<Long, Duration> after = work();
        do {
            if (System.nanoTime() > deadline) {
                throw new IOException("the loop does not come to rest");
            }
            before = after;
            Thread.sleep(REST_MILLIS);
            after = work();
        } while (!after.equals(before));
        mostMegabytesAtRest = Math.max(mostMegabytesAtRest, megabytes());
    }

    /** The time on a processor that each process has taken so far. */
    private Map<Long, Duration> work() {
        return processes()
                .collect(Collectors.toMap(
                        ProcessHandle::pid,
                        each -> each.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The most that it and the processes that it has started held of the machine's memory whenever all were at rest. */
    double mostMegabytesAtRest() {
        return mostMegabytesAtRest;
    }

    /** What all of them hold now, in MB. Only Linux tells. */
    private double megabytes() throws IOException {
        double sum = 0;
        for (ProcessHandle each : (Iterable<ProcessHandle>) processes()::iterator) {
            sum += Resident.megabytes(each.pid())
                    .orElseThrow(() -> new IOException("the system does not tell how large a process is"));
        }
        return sum;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        keyboard.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
