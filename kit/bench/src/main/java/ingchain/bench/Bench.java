package ingchain.bench;

import ingchain.bench.chain.AccessTime;
import ingchain.bench.chain.MiningRate;
import ingchain.bench.chain.ValidationTime;
import ingchain.bench.loop.CommandTime;
import ingchain.bench.loop.SaveToVerdict;
import ingchain.bench.node.IdlePeers;
import ingchain.bench.node.LineOfNodes;
import ingchain.bench.node.StartTime;
import ingchain.bench.node.SyncTime;
import ingchain.bench.soak.SoakProgram;
import java.io.PrintStream;
import java.util.List;

/** Takes the measurements and prints their table. See docs/bench.md. */
public final class Bench {
    /** A measurement more is a class more, and a line here. */
    static final List<Measurement> ALL = List.of(
            new MiningRate(),
            new ValidationTime(),
            new AccessTime(),
            new SyncTime(),
            new StartTime(),
            new LineOfNodes(),
            new IdlePeers(),
            new CommandTime(),
            new SaveToVerdict());

    private static final String HEAD = "| What | Measured | Target | Met | From |\n|---|---|---|---|---|";

    private Bench() {}

    /**
     * @param args names of measurements, none for all; or "soak" and its options. Exit code: 0 where every target was met, 1 where one was
     *     missed or could not be measured, 2 where there is no such measurement
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("soak")) {
            System.exit(SoakProgram.run(args, System.out, System.err));
        }
        System.exit(run(ALL, List.of(args), System.out, System.err));
    }

    static int run(List<Measurement> all, List<String> names, PrintStream out, PrintStream err) {
        List<String> known = all.stream().map(Measurement::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                err.println("There is no measurement " + name + ". There are: " + String.join(", ", known) + ".");
                return 2;
            }
        }
        out.println(Machine.describe() + "\n\n" + HEAD);
        boolean good = true;
        for (Measurement measurement : all) {
            if (names.isEmpty() || names.contains(measurement.name())) {
                good &= take(measurement, out, err);
            }
        }
        return good ? 0 : 1;
    }

    private static boolean take(Measurement measurement, PrintStream out, PrintStream err) {
        err.println("measuring: " + measurement.name());
        try {
            List<Row> rows = measurement.take();
            rows.forEach(row -> out.println(row.inTable()));
            return rows.stream().allMatch(Row::holds);
        } catch (Exception e) {
            err.println(measurement.name() + " could not be measured: " + e.getMessage());
            return false;
        }
    }
}
