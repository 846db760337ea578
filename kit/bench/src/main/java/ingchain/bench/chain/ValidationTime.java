package ingchain.bench.chain;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Row;
import ingchain.bench.Turns;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** How much longer it takes to validate a chain than to read it. */
public final class ValidationTime implements Measurement {
    static final int BLOCKS = 10_000;

    private static final int TURNS = 5;

    @Override
    public String name() {
        return "validation";
    }

    @Override
    public List<Row> take() throws RunnerException {
        Turns turns = new Turns(ChainReading.class, TURNS);
        return List.of(new Row(
                "Validate 10,000 blocks from JSON, to parsing and hashing headers",
                turns.ratio("validate", "parseAndHash"),
                "",
                Limit.atMost(2.5),
                String.format(
                        Locale.ROOT, "%.1f ms to %.1f ms", turns.score("validate"), turns.score("parseAndHash"))));
    }
}
