package ingchain.bench.loop;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long short commands take, from the key to the end of the process, each in a JVM of its own. */
public final class CommandTime implements Measurement {
    private static final int RUNS = 20;

    @Override
    public String name() {
        return "command";
    }

    @Override
    public List<Row> take() throws Exception {
        try (KitCopy kit = new KitCopy()) {
            List<Double> status = new ArrayList<>();
            List<Double> check = new ArrayList<>();
            Path source = kit.root().resolve("step01-server/src/main/java/ingchain/server/PeerServer.java");
            String text = Files.readString(source);
            for (int i = 0; i < RUNS; i++) {
                status.add(seconds(kit, "status"));
                Files.writeString(source, text + "// " + i + "\n");
                check.add(seconds(kit, "check", "1.1"));
            }
            return List.of(
                    new Row("`./ingchain status`", Median.of(status), "s", Limit.atMost(0.5), RUNS + " runs"),
                    new Row(
                            "`./ingchain check 1.1` after a change, the compiler included",
                            Median.of(check),
                            "s",
                            Limit.atMost(1.5),
                            RUNS + " runs"));
        }
    }

    private static double seconds(KitCopy kit, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(kit.command()));
        line.addAll(List.of(words));
        long start = System.nanoTime();
        KitCopy.run(line);
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
