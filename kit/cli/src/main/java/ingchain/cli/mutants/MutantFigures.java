package ingchain.cli.mutants;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What came of the mutants when all steps were last tried. PIT's reports are not kept with the sources, so a small file
 * is, from which the book takes its figures.
 *
 * @param day when PIT tried them
 * @param counts of each exercise that PIT knew
 */
public record MutantFigures(LocalDate day, Map<ExerciseNumber, Count> counts) {
    private static final Pattern DAY = Pattern.compile("(?m)^Tried on (\\d{4}-\\d\\d-\\d\\d)\\.");
    private static final Pattern COUNT = Pattern.compile("(?m)^\\| (\\d+\\.\\d+) \\| (\\d+) \\| (\\d+) \\|$");

    /**
     * Of one exercise, or of all.
     *
     * @param all how many mutants there were
     * @param killed how many of them a checkpoint noticed
     */
    public record Count(int all, int killed) {
        static final Count NONE = new Count(0, 0);

        static Count of(List<Mutant> mutants) {
            return new Count(mutants.size(), (int)
                    mutants.stream().filter(Mutant::killed).count());
        }

        Count plus(Count other) {
            return new Count(all + other.all, killed + other.killed);
        }

        /** How many were killed in a hundred; 0 where there were none. */
        public double percent() {
            return 100.0 * killed / Math.max(1, all);
        }
    }

    /** Where they are kept. */
    static Path of(Home home) {
        return home.root().resolve("kit/bank/mutants.md");
    }

    /**
     * Reads what was kept.
     *
     * @throws Failure where nothing was
     */
    public static MutantFigures read(Home home) throws IOException {
        Path file = of(home);
        String text = Files.exists(file) ? Files.readString(file) : "";
        String day = DAY.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(
                        () -> new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.no-figures", home.shown(file))));
        Map<ExerciseNumber, Count> counts = new TreeMap<>();
        COUNT.matcher(text)
                .results()
                .forEach(found -> counts.put(
                        ExerciseNumber.parse(found.group(1)).orElseThrow(),
                        new Count(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)))));
        return new MutantFigures(LocalDate.parse(day), counts);
    }

    /** A sentence for each exercise of which more or fewer survived than reasons are given for; none where nothing was kept. */
    public static List<String> strays(Home home) throws IOException {
        List<String> strays = new ArrayList<>();
        if (Files.exists(of(home))) {
            List<Reason> reasons = ReasonsFile.read(home);
            read(home).counts().forEach((number, count) -> {
                int survivors = count.all() - count.killed();
                long given = reasons.stream()
                        .filter(reason -> reason.exercise().equals(number))
                        .count();
                if (given != survivors) {
                    strays.add(Texts.of(
                            "mutants.other-survivors",
                            home.shown(of(home)),
                            survivors,
                            number,
                            home.shown(ReasonsFile.of(home)),
                            given));
                }
            });
        }
        return strays;
    }

    /** Keeps them. */
    void write(Home home) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# What came of the mutants");
        lines.add("");
        lines.add("`./ingchain author mutants` writes this file when it tries all steps, and the book shows it.");
        lines.add("");
        lines.add("Tried on " + day + ".");
        lines.add("");
        lines.add("| Exercise | Mutants | Killed |");
        lines.add("|---|---|---|");
        counts.forEach(
                (number, count) -> lines.add("| " + number + " | " + count.all() + " | " + count.killed() + " |"));
        Files.createDirectories(of(home).getParent());
        Files.writeString(of(home), String.join("\n", lines) + "\n");
    }

    /**
     * What was found for an exercise.
     *
     * @throws Failure where it was not among those that were tried
     */
    public Count of(Exercise exercise) {
        Count count = counts.get(exercise.number());
        if (count == null) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.no-figure", exercise.number()));
        }
        return count;
    }

    /** Of all exercises together. */
    public Count sum() {
        return counts.values().stream().reduce(Count.NONE, Count::plus);
    }
}
