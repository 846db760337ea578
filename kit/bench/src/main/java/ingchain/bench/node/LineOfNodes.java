package ingchain.bench.node;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import ingchain.bench.chain.LongChain;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long a block takes from the node that mines it to the twentieth after it, where each knows only its neighbours. */
public final class LineOfNodes implements Measurement {
    private static final int HOPS = 20;

    /** All of them below the height from which on mining takes work. */
    private static final int BLOCKS = 7;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "line";
    }

    @Override
    public List<Row> take() throws Exception {
        List<NodeProcess> line = new ArrayList<>();
        try {
            line.add(new NodeProcess(List.of("--max-peers", "1")));
            while (line.size() <= HOPS) {
                line.add(new NodeProcess(List.of(
                        "--max-peers",
                        "2",
                        "--peer",
                        line.get(line.size() - 1).p2p().toString())));
                line.get(line.size() - 1).awaitPeers(1, PATIENCE);
            }
            Row row = row(millisOfEachBlock(line.get(0), line.get(HOPS)));
            checkLine(line);
            return List.of(row);
        } finally {
            line.forEach(NodeProcess::close);
        }
    }

    /** Nodes tell each other of nodes. They have no room for more than their neighbours, so the line stays one. */
    private static void checkLine(List<NodeProcess> line) throws IOException, InterruptedException {
        for (int i = 0; i <= HOPS; i++) {
            int neighbours = i == 0 || i == HOPS ? 1 : 2;
            int peers = line.get(i).peers();
            if (peers != neighbours) {
                throw new IOException("this was no line: node " + (i + 1) + " has " + peers + " peers");
            }
        }
    }

    private static List<Double> millisOfEachBlock(NodeProcess first, NodeProcess last) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            long start = System.nanoTime();
            last.awaitTip(first.mine(LongChain.miner(i)).hash(), PATIENCE);
            millis.add((System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1));
        }
        return millis;
    }

    private static Row row(List<Double> millis) {
        return new Row(
                "A block from the node that mines it over " + HOPS + " others in a line",
                Median.of(millis) / 1000,
                "s",
                Limit.atMost(1),
                String.format(
                        Locale.ROOT,
                        "%d blocks; %.0f ms the first, %.0f ms the slowest",
                        BLOCKS,
                        millis.get(0),
                        Collections.max(millis)));
    }
}
