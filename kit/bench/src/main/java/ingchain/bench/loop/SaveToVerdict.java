package ingchain.bench.loop;

import ingchain.bench.Limit;
import ingchain.bench.Measurement;
import ingchain.bench.Median;
import ingchain.bench.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the save of a file to the verdict, exercise by exercise, against Maven running the checkpoints of the same step.
 * All exercises are done, so that a verdict has seen all tests. The loop is read line by line, and not through a terminal.
 * Nobody saves every instant: between a verdict and the next save the loop comes to rest.
 */
public final class SaveToVerdict implements Measurement {
    private static final int SAVES = Integer.getInteger("saves", 50);
    private static final int MAVEN_RUNS = 3;

    /** The exercises to measure; all where none is named. */
    private static final List<String> ONLY = Stream.of(
                    System.getProperty("exercises", "").split(","))
            .filter(number -> !number.isBlank())
            .toList();

    private static final double MILLIS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Pattern EXERCISE = Pattern.compile("//> (\\d+\\.\\d+) ");

    @Override
    public String name() {
        return "loop";
    }

    @Override
    public List<Row> take() throws Exception {
        List<Row> rows = new ArrayList<>();
        double megabytes = 0;
        try (KitCopy kit = new KitCopy()) {
            for (Path solution : kit.solutions()) {
                List<String> exercises = exercises(solution).stream()
                        .filter(number -> ONLY.isEmpty() || ONLY.contains(number))
                        .toList();
                if (exercises.isEmpty()) {
                    continue;
                }
                double maven = maven(kit, solution, exercises.get(0));
                for (String exercise : exercises) {
                    try (Watching watching = new Watching(kit, exercise)) {
                        rows.add(row(exercise, saves(kit, solution, exercise, watching), maven));
                        megabytes = Math.max(megabytes, watching.mostMegabytesAtRest());
                    }
                }
            }
        }
        rows.add(new Row(
                "The loop and its spare workers, resident",
                megabytes,
                "MB",
                Limit.atMost(300),
                "the most of all exercises"));
        return rows;
    }

    private static Row row(String exercise, List<Double> millis, double maven) {
        List<Double> sorted = millis.stream().sorted().toList();
        double median = Median.of(millis);
        return new Row(
                "Save to verdict, " + exercise + ", against Maven",
                maven / median,
                "times",
                Limit.atLeast(15),
                String.format(
                        Locale.ROOT,
                        "median %.0f ms, 95th percentile %.0f ms of %d saves; Maven %.1f s",
                        median,
                        sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1),
                        sorted.size(),
                        maven / 1_000));
    }

    private static List<Double> saves(KitCopy kit, Path solution, String exercise, Watching watching)
            throws IOException, InterruptedException {
        watching.await("✓ " + exercise);
        Path source = source(kit, solution, exercise);
        String text = Files.readString(source);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < SAVES; i++) {
            watching.type(exercise);
            watching.awaitRest();
            watching.forget();
            Path fresh = Files.writeString(kit.root().resolve("fresh"), text + "// save " + i + "\n");
            long saved = System.nanoTime();
            Files.move(fresh, source, StandardCopyOption.ATOMIC_MOVE);
            millis.add((watching.await("✓ " + exercise) - saved) / MILLIS);
        }
        Files.writeString(source, text);
        return millis;
    }

    /** Maven is given a save, too: it compiles what has changed. */
    private static double maven(KitCopy kit, Path solution, String exercise) throws IOException, InterruptedException {
        String step = solution.getFileName().toString();
        Path source = source(kit, solution, exercise);
        String text = Files.readString(source);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < MAVEN_RUNS; i++) {
            Files.writeString(source, text + "// save " + i + "\n");
            long start = System.nanoTime();
            Process maven = new ProcessBuilder("mvn", "-o", "-q", "-Pcheckpoints", "-pl", step, "-am", "test")
                    .directory(kit.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(kit.root().resolve("maven.log").toFile())
                    .start();
            if (maven.waitFor() != 0) {
                throw new IOException("Maven could not run the checkpoints of " + step + ":\n"
                        + Files.readString(kit.root().resolve("maven.log")));
            }
            millis.add((System.nanoTime() - start) / MILLIS);
        }
        Files.writeString(source, text);
        return Median.of(millis);
    }

    /** The numbers of the exercises of a step, in order. */
    private static List<String> exercises(Path solution) throws IOException {
        try (Stream<Path> files = Files.walk(solution.resolve("src/main/java"))) {
            List<String> numbers = new ArrayList<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                EXERCISE.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(numbers::add);
            }
            return numbers.stream().distinct().sorted().toList();
        }
    }

    /** The student's file in which the exercise is written. */
    private static Path source(KitCopy kit, Path solution, String exercise) throws IOException {
        Path sources = solution.resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.readString(file).contains("//> " + exercise + " ")) {
                    return kit.root()
                            .resolve(solution.getFileName())
                            .resolve("src/main/java")
                            .resolve(sources.relativize(file).toString());
                }
            }
        }
        throw new IOException("exercise " + exercise + " is in no file");
    }
}
