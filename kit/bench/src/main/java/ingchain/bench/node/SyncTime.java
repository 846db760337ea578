package ingchain.bench.node;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a node that has just started takes to get a chain from another and to validate and store it; from the order to
 * connect until both have the same tip. What it is held to is a JVM that has just started, too.
 */
public final class SyncTime implements Measurement {
    private static final int SHORT = 10_000;
    private static final int LONG = 100_000;
    private static final int SHORT_RUNS = 5;
    private static final int LONG_RUNS = 3;
    private static final int HEAP_MEGABYTES = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public List<Row> take() throws Exception {
        List<Double> reading = new ArrayList<>();
        List<Double> shortSync = new ArrayList<>();
        List<Double> longSync = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        double heap = 0;
        try (Scratch scratch = new Scratch()) {
            LongNode shortChain = LongNode.make(scratch.folder(), SHORT);
            LongNode longChain = LongNode.make(scratch.folder(), LONG);
            for (int i = 0; i < SHORT_RUNS; i++) {
                reading.add(FreshReading.seconds(shortChain.json()));
                shortSync.add(secondsToSync(shortChain, scratch.folder().resolve("short-" + i), ""));
                ratio.add(shortSync.get(i) / reading.get(i));
            }
            for (int i = 0; i < LONG_RUNS; i++) {
                Path gcLog = scratch.folder().resolve("gc-" + i);
                String options = "-Xmx" + HEAP_MEGABYTES + "m -Xlog:gc:file=" + gcLog;
                longSync.add(secondsToSync(longChain, scratch.folder().resolve("long-" + i), options));
                heap = Math.max(heap, GcLog.mostMegabytes(Files.readString(gcLog)));
            }
        }
        double shortSeconds = Median.of(shortSync);
        double longSeconds = Median.of(longSync);
        return List.of(
                new Row(
                        "Sync 10,000 blocks between two nodes that have just started, to parsing and hashing headers",
                        Median.of(ratio),
                        "",
                        Limit.atMost(3),
                        String.format(
                                Locale.ROOT,
                                "%.2f s to %.2f s; %d runs",
                                shortSeconds,
                                Median.of(reading),
                                SHORT_RUNS)),
                new Row(
                        "Sync 100,000 blocks, time for a block to that with 10,000",
                        longSeconds / LONG * SHORT / shortSeconds,
                        "",
                        Limit.atMost(1.3),
                        String.format(
                                Locale.ROOT,
                                "%.2f s in a heap of %d MB; %d runs",
                                longSeconds,
                                HEAP_MEGABYTES,
                                LONG_RUNS)),
                new Row(
                        "Heap in use while syncing 100,000 blocks, at its fullest",
                        heap,
                        "MB",
                        Limit.atMost(HEAP_MEGABYTES),
                        "from the collector's log; it could not get more"));
    }

    private static double secondsToSync(LongNode chain, Path data, String javaOptions)
            throws IOException, InterruptedException, TimeoutException {
        try (NodeProcess first = new NodeProcess(List.of("--data", chain.data().toString()));
                NodeProcess second = new NodeProcess(List.of("--data", data.toString()), javaOptions)) {
            first.awaitTip(chain.tip(), PATIENCE);
            second.tip(); // loads what answers over HTTP, which is not to count
            long start = System.nanoTime();
            second.connectTo(first);
            second.awaitTip(chain.tip(), PATIENCE);
            return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
        }
    }
}
