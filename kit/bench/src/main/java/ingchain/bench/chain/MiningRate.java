package ingchain.bench.chain;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Row;
import ingchain.bench.Turns;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** How many nonces a miner tries, against how many hashes the JVM can make. */
public final class MiningRate implements Measurement {
    private static final int TURNS = 5;

    @Override
    public String name() {
        return "mining";
    }

    @Override
    public List<Row> take() throws RunnerException {
        Turns turns = new Turns(NonceTrying.class, TURNS);
        return List.of(
                row(turns, "Mining on one thread, to bare hashing", "mineOnOneThread", "hashOnOneThread", 0.6),
                row(turns, "Mining on two threads, to mining on one", "mineOnTwoThreads", "mineOnOneThread", 1.8),
                row(turns, "Bare hashing on two threads, to hashing on one", "hashOnTwoThreads", "hashOnOneThread", 0));
    }

    private static Row row(Turns turns, String what, String label, String ofLabel, double least) {
        return new Row(
                what,
                turns.ratio(label, ofLabel),
                "",
                least == 0 ? null : Limit.atLeast(least),
                String.format(Locale.ROOT, "%.1f to %.1f million a second", turns.score(label), turns.score(ofLabel)));
    }
}
