package ingchain.cli.check;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a student's step an ExerciseNotDone still stands; found by reading the sources, without running anything. */
public final class UndonePlaces {
    private static final Pattern PLACE = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|ExerciseNotDone(?<skip>\\.skip)?\\(\\s*\"(?<number>\\d+\\.\\d+)");

    private final Home home;
    private final Map<ExerciseNumber, String> places = new TreeMap<>();

    /** Reads the student's sources of the step. */
    public UndonePlaces(Home home, Step step) throws IOException {
        this.home = home;
        Map<ExerciseNumber, String> skips = new TreeMap<>();
        for (Path file : home.javaFiles(home.starter(step))) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Matcher matcher = PLACE.matcher(text);
            while (matcher.find()) {
                Optional<ExerciseNumber> number =
                        Optional.ofNullable(matcher.group("number")).flatMap(ExerciseNumber::parse);
                if (number.isPresent()) {
                    String place = home.shown(file) + ":" + line(text, matcher.start());
                    (matcher.group("skip") == null ? places : skips).putIfAbsent(number.get(), place);
                }
            }
        }
        skips.forEach(places::putIfAbsent);
    }

    /** Whether the starter's code for the exercise still stands somewhere. */
    public boolean contains(ExerciseNumber number) {
        return places.containsKey(number);
    }

    /** Where to write the exercise: file and line as long as its ExerciseNotDone stands, and then the file alone. */
    public String place(Exercise exercise) {
        String file = home.shown(home.starter(exercise.step()).resolve(exercise.path()));
        return places.getOrDefault(exercise.number(), file);
    }

    private static long line(String text, int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
