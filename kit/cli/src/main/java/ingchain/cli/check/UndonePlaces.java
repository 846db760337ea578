package ingchain.cli.check;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a student's step an ExerciseNotDone still stands; found by reading the sources, without running anything.
 */
public final class UndonePlaces {
    private static final Pattern PLACE =
            Pattern.compile("// *Exercise (?<task>\\d+\\.\\d+)\\b[^\\n]*|//[^\\n]*|/\\*(?s:.*?)\\*/"
                    + "|ExerciseNotDone(?<skip>\\.skip)?\\(\\s*\"(?<number>\\d+\\.\\d+)");

    private final Home home;
    private final Map<ExerciseNumber, String> places = new TreeMap<>();
    private final Map<ExerciseNumber, List<String>> comments = new TreeMap<>();

    /** Reads the student's sources of the step. */
    public UndonePlaces(Home home, Step step) throws IOException {
        this.home = home;
        Map<ExerciseNumber, String> skips = new TreeMap<>();
        for (Path file : home.javaFiles(home.starter(step))) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Matcher matcher = PLACE.matcher(text);
            while (matcher.find()) {
                String place = home.shown(file) + ":" + line(text, matcher.start());
                number(matcher.group("task"))
                        .ifPresent(number -> comments.computeIfAbsent(number, key -> new ArrayList<>())
                                .add(place));
                Map<ExerciseNumber, String> found = matcher.group("skip") == null ? places : skips;
                number(matcher.group("number")).ifPresent(number -> found.putIfAbsent(number, place));
            }
        }
        skips.forEach(places::putIfAbsent);
    }

    private static Optional<ExerciseNumber> number(String text) {
        return Optional.ofNullable(text).flatMap(ExerciseNumber::parse);
    }

    /** Whether the starter's code for the exercise still stands somewhere. */
    public boolean contains(ExerciseNumber number) {
        return places.containsKey(number);
    }

    /** The result, or "not done yet" where tests failed while the starter's code still stands. */
    ExerciseResult judge(ExerciseResult result) {
        return result.outcome().isFailure() && contains(result.exercise().number()) ? result.asNotDone() : result;
    }

    /**
     * Where to write the exercise: its ExerciseNotDone, or else the comment that sets its task, in its own file if there
     * is one, or else the file alone.
     */
    public String place(Exercise exercise) {
        String file = home.shown(home.starter(exercise.step()).resolve(exercise.path()));
        List<String> tasks = comments.getOrDefault(exercise.number(), List.of());
        return Optional.ofNullable(places.get(exercise.number()))
                .or(() -> tasks.stream()
                        .filter(task -> task.startsWith(file + ":"))
                        .findFirst())
                .or(() -> tasks.stream().findFirst())
                .orElse(file);
    }

    private static long line(String text, int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
