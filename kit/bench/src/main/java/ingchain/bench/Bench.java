package ingchain.bench;

import ingchain.bench.chain.AccessTime;
import ingchain.bench.chain.MiningRate;
import ingchain.bench.chain.ValidationTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the measurements and prints their table. See docs/bench.md. */
public final class Bench {
    /** A measurement more is a class more, and a line here. */
    static final List<Measurement> ALL = List.of(new MiningRate(), new ValidationTime(), new AccessTime());

    private static final String HEAD = "| What | Measured | Target | Met | From |\n|---|---|---|---|---|";

    private Bench() {}

    /**
     * @param args names of measurements; none for all. Exit code: 0 where every target was met, 1 where one was
     *     missed or could not be measured, 2 where there is no such measurement
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    static int run(List<String> names) {
        Set<String> known = ALL.stream().map(Measurement::name).collect(Collectors.toSet());
        for (String name : names) {
            if (!known.contains(name)) {
                System.err.println("There is no measurement " + name + ". There are: "
                        + ALL.stream().map(Measurement::name).collect(Collectors.joining(", ")) + ".");
                return 2;
            }
        }
        System.out.println(Machine.describe() + "\n\n" + HEAD);
        boolean good = true;
        for (Measurement measurement : ALL) {
            if (names.isEmpty() || names.contains(measurement.name())) {
                good &= take(measurement);
            }
        }
        return good ? 0 : 1;
    }

    private static boolean take(Measurement measurement) {
        System.err.println("measuring: " + measurement.name());
        List<Row> rows = new ArrayList<>();
        try {
            rows.addAll(measurement.take());
        } catch (Exception e) {
            System.err.println(measurement.name() + " could not be measured: " + e.getMessage());
            return false;
        }
        rows.forEach(row -> System.out.println(row.inTable()));
        return rows.stream().allMatch(Row::holds);
    }
}
