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
        List<Double> without = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        List<Double> live = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            try (NodeProcess node = new NodeProcess(List.of("--max-peers", Integer.toString(2 * PEERS)))) {
                node.awaitPeers(0, PATIENCE); // loads what answers over HTTP, which is not to count
                ProcessMemory before = node.memory();
                try (IdleCrowd crowd = new IdleCrowd(node.p2p(), PEERS)) {
                    node.awaitPeers(PEERS, PATIENCE);
                    crowd.awaitIdle(PATIENCE); // a peer that is still greeted costs more than an idle one
                    ProcessMemory with = node.memory();
                    without.add(before.resident());
                    resident.add(with.resident() - before.resident());
                    live.add(with.live() - before.live());
                }
            }
        }
        return List.of(new Row(
                "What 1,000 idle peers cost a node, threads and all",
                Median.of(resident),
                "MB",
                Limit.atMost(100),
                String.format(
                        Locale.ROOT,
                        "resident memory, on top of %.0f MB; %.0f MB of it are objects; %d runs",
                        Median.of(without),
                        Median.of(live),
                        RUNS)));
    }
}
