package ingchain.cli.exercise;

import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The chapter of a step, in the user's language where there is one: a heading {@code ## 1.2 ...} for each exercise, and
 * its hints in details blocks below.
 */
public final class Chapter {
    private static final Pattern HINT =
            Pattern.compile(".*<summary>(Hint|힌트)\\b.*</summary>.*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String DETAILS = "<details>";
    private static final String END = "</details>";

    private final List<String> lines;

    private Chapter(List<String> lines) {
        this.lines = lines;
    }

    /** Reads the chapter; one that is not there has no sections. */
    public static Chapter read(Home home, Step step) throws IOException {
        return read(home.root().resolve(file(home, step)));
    }

    /** Reads the chapter in this very language; one that is not there has no sections. */
    public static Chapter read(Home home, Step step, String language) throws IOException {
        return read(home.root().resolve(file(step, language)));
    }

    private static Chapter read(Path file) throws IOException {
        return new Chapter(
                Files.exists(file)
                        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                .lines()
                                .toList()
                        : List.of());
    }

    /** Where the chapter stands, from the kit's root. */
    public static String file(Home home, Step step) {
        String translated = file(step, Texts.language());
        return Files.exists(home.root().resolve(translated)) ? translated : step.chapter();
    }

    /** Where the chapter of this language should stand, from the kit's root. */
    public static String file(Step step, String language) {
        return "docs/" + language + "/" + step.folder() + ".md";
    }

    /** Where the exercise is explained, in words for the user. */
    public static String place(Home home, Exercise exercise) {
        return Texts.of("chapter.section", file(home, exercise.step()), exercise.number());
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

    /** The section without its hints and answers. */
    public List<String> explanation(ExerciseNumber number) {
        List<String> explanation = new ArrayList<>();
        boolean inside = false;
        for (String line : section(number)) {
            inside |= line.startsWith(DETAILS);
            if (!inside) {
                explanation.add(line);
            }
            inside &= !line.startsWith(END);
        }
        return trimmed(explanation);
    }

    /** The hints of the exercise, from vague to concrete, each as its lines of Markdown. */
    public List<List<String>> hints(ExerciseNumber number) {
        List<List<String>> hints = new ArrayList<>();
        List<String> open = null;
        for (String line : section(number)) {
            if (HINT.matcher(line).matches()) {
                open = new ArrayList<>();
            } else if (line.startsWith(END) && open != null) {
                hints.add(trimmed(open));
                open = null;
            } else if (open != null) {
                open.add(line);
            }
        }
        return hints;
    }

    private static List<String> trimmed(List<String> lines) {
        int first = 0;
        int last = lines.size();
        while (first < last && lines.get(first).isBlank()) {
            first++;
        }
        while (last > first && lines.get(last - 1).isBlank()) {
            last--;
        }
        return List.copyOf(lines.subList(first, last));
    }
}
