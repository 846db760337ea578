package ingchain.bench.chain;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Row;
import ingchain.bench.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** Whether a chain's length matters to those who use it. */
public final class AccessTime implements Measurement {
    private static final int TURNS = 3;

    /** More than chance and caches make of a constant; what grows with the chain would be a hundred times as much. */
    private static final double MOST = 2;

    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<Row> take() throws RunnerException {
        Turns turns = new Turns(ChainAccess.class, TURNS);
        List<Row> rows = new ArrayList<>();
        rows.add(row(turns, "Append a block, all rules checked", "append"));
        rows.add(row(turns, "Look a block up by its hash", "blockByHash"));
        rows.add(row(turns, "Look a block up by its height", "blockByHeight"));
        rows.add(row(turns, "A balance", "balance"));
        return rows;
    }

    private static Row row(Turns turns, String what, String label) {
        return new Row(
                what + ": at 100,000 blocks, to at 1,000",
                turns.ratio(label + " 100000", label + " 1000"),
                "",
                Limit.atMost(MOST),
                String.format(
                        Locale.ROOT,
                        "%.0f, %.0f and %.0f ns at 1,000, 10,000 and 100,000",
                        turns.score(label + " 1000"),
                        turns.score(label + " 10000"),
                        turns.score(label + " 100000")));
    }
}
