package ingchain.bench.node;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a thousand peers cost a node that have nothing to say. */
public final class IdlePeers implements Measurement {
    private static final int PEERS = 1_000;
    private static final int RUNS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public List<Row> take() throws Exception {
        List<Double> before = new ArrayList<>();
        List<Double> growth = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            try (NodeProcess node = new NodeProcess(List.of())) {
                node.awaitPeers(0, PATIENCE); // loads what answers over HTTP, which is not to count
                before.add(node.residentMegabytes());
                try (IdleCrowd crowd = new IdleCrowd(node.p2p(), PEERS)) {
                    node.awaitPeers(PEERS, PATIENCE);
                    growth.add(node.residentMegabytes() - before.get(i));
                }
            }
        }
        return List.of(new Row(
                "What 1,000 idle peers cost a node, threads and all",
                Median.of(growth),
                "MB",
                Limit.atMost(100),
                String.format(Locale.ROOT, "on top of %.0f MB without peers; %d runs", Median.of(before), RUNS)));
    }
}
