package ingchain.cli.exercise;

import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chapter of a step: a heading {@code ## 1.2 ...} for each exercise, and its hints in details blocks below. */
public final class Chapter {
    private static final String HINT = "<summary>Hint";

    private final List<String> lines;

    private Chapter(List<String> lines) {
        this.lines = lines;
    }

    /** Reads the chapter; one that is not there has no sections. */
    public static Chapter read(Home home, Step step) throws IOException {
        Path file = home.root().resolve(step.chapter());
        return new Chapter(
                Files.exists(file)
                        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                .lines()
                                .toList()
                        : List.of());
    }

    /** Where the exercise is explained, in words for the user. */
    public static String place(Exercise exercise) {
        return exercise.step().chapter() + ", section " + exercise.number();
    }

    /** The lines below the exercise's heading, up to the next; empty where there is no such heading. */
    public List<String> section(ExerciseNumber number) {
        List<String> section = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + number) || line.startsWith("## " + number + " ");
            }
            if (inside) {
                section.add(line);
            }
        }
        return section;
    }

    /** How many hints the exercise has. */
    public long hints(ExerciseNumber number) {
        return section(number).stream().filter(line -> line.contains(HINT)).count();
    }
}
