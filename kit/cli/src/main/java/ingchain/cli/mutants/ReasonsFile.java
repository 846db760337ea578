package ingchain.cli.mutants;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.kit.Home;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reasons why some mutants survive: a Markdown file with a heading for each mutant that names exercise, file and
 * change, the changed line as a block of code, and the reason below that.
 */
public final class ReasonsFile {
    private static final Pattern HEADING = Pattern.compile("## (\\d+\\.\\d+) (\\w+\\.java): (.+)");

    private ReasonsFile() {}

    static Path of(Home home) {
        return home.root().resolve("kit/bank/survivors.md");
    }

    /**
     * Reads it.
     *
     * @return none where there is no such file
     * @throws Failure where something in it cannot be understood
     */
    static List<Reason> read(Home home) throws IOException {
        Path file = of(home);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("## ")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith("## ")) {
                    end++;
                }
                reasons.add(reason(home.shown(file) + ":" + (i + 1), lines.subList(i, end)));
            }
        }
        return reasons;
    }

    /** A sentence for each reason whose line of code stands in no region of its exercise any more. */
    public static List<String> strays(Home home, Course course) throws IOException {
        return read(home).stream()
                .filter(reason -> course.files().stream().noneMatch(file -> holds(file, reason)))
                .map(reason -> Texts.of("mutants.stray", reason.place(), reason.file(), reason.code()))
                .toList();
    }

    private static boolean holds(SolutionFile file, Reason reason) {
        return file.path().getFileName().toString().equals(reason.file())
                && file.source().regions().stream()
                        .filter(region -> region.exercise()
                                .filter(reason.exercise()::equals)
                                .isPresent())
                        .flatMap(region -> file.source().lines().subList(region.first(), region.last()).stream())
                        .anyMatch(line -> line.strip().equals(reason.code()));
    }

    private static Reason reason(String place, List<String> lines) {
        Matcher heading = HEADING.matcher(lines.get(0));
        int code = lines.indexOf("```java") + 1;
        boolean isWhole = heading.matches()
                && code > 0
                && code + 1 < lines.size()
                && lines.get(code + 1).equals("```");
        String why = isWhole
                ? String.join(" ", lines.subList(code + 2, lines.size())).strip()
                : "";
        if (why.isEmpty()) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("mutants.no-sense", place));
        }
        return new Reason(
                place,
                ExerciseNumber.parse(heading.group(1)).orElseThrow(),
                heading.group(2),
                heading.group(3),
                lines.get(code).strip(),
                why);
    }
}
