package ingchain.bench.node;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long a node takes from the command to its ready line, where a long chain waits in its data folder. */
public final class StartTime implements Measurement {
    private static final int BLOCKS = 100_000;
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> take() throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> full = new ArrayList<>();
        try (Scratch scratch = new Scratch()) {
            LongNode chain = LongNode.make(scratch.folder(), BLOCKS);
            Launcher.path(); // builds what is not built yet
            for (int i = 0; i < RUNS; i++) {
                empty.add(secondsToStart(List.of(), null));
                full.add(secondsToStart(List.of("--data", chain.data().toString()), chain.tip()));
            }
        }
        return List.of(new Row(
                "Start from a stored chain of 100,000 blocks, until ready",
                Median.of(full),
                "s",
                Limit.atMost(2),
                String.format(Locale.ROOT, "%.2f s without a chain; %d runs", Median.of(empty), RUNS)));
    }

    private static double secondsToStart(List<String> options, String expectedTip) throws Exception {
        long start = System.nanoTime();
        try (NodeProcess node = new NodeProcess(options)) {
            double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
            if (expectedTip != null && !node.tip().hash().equals(expectedTip)) {
                throw new IllegalStateException("the node came up without its chain");
            }
            return seconds;
        }
    }
}
