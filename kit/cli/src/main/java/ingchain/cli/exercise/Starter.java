package ingchain.cli.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives from a solution source what the student starts with, or any stage between the two.
 *
 * <p>A region of an exercise is replaced by {@code throw new ExerciseNotDone("1.2 ...");}, or, where its first lines
 * start with {@code //-}, by those lines uncommented (a lone {@code //-} stands for nothing). All markers go.
 */
public final class Starter {
    private static final Pattern STARTER_LINE = Pattern.compile("(\\s*)// ?-(?: (.*))?");

    private final MarkedSource source;
    private final Predicate<ExerciseNumber> solved;
    private final List<String> text = new ArrayList<>();
    private boolean afterNothing;

    private Starter(MarkedSource source, Predicate<ExerciseNumber> solved) {
        this.source = source;
        this.solved = solved;
    }

    /** The text of the starter: every exercise is yet to do. */
    public static String of(MarkedSource source) {
        return of(source, number -> false);
    }

    /**
     * The text in which some exercises are solved and the others are as in the starter.
     *
     * @param solved tells which are solved
     */
    public static String of(MarkedSource source, Predicate<ExerciseNumber> solved) {
        List<String> lines = new Starter(source, solved).lines();
        if (source.hasExercises()) {
            lines = Imports.fit(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Whether the starter has an ExerciseNotDone in place of the region. */
    static boolean refuses(MarkedSource source, Region region) {
        List<String> replacement = replacement(source.lines().subList(region.first(), region.last() - 1));
        return replacement.isEmpty() || replacement.stream().anyMatch(line -> line.contains("ExerciseNotDone"));
    }

    private List<String> lines() {
        int line = 1;
        while (line <= source.lines().size()) {
            Region exercise = exerciseOpenedAt(line);
            if (exercise == null) {
                put(source.lines().get(line - 1));
                line++;
            } else {
                putRegion(exercise);
                line = exercise.last() + 1;
            }
        }
        return text;
    }

    private Region exerciseOpenedAt(int line) {
        return source.regions().stream()
                .filter(region -> region.first() == line && region.exercise().isPresent())
                .findFirst()
                .orElse(null);
    }

    private void putRegion(Region region) {
        List<String> inner = source.lines().subList(region.first(), region.last() - 1);
        List<String> replacement = replacement(inner);
        if (solved.test(region.exercise().orElseThrow())) {
            inner.subList(replacement.size(), inner.size()).forEach(this::put);
        } else if (replacement.isEmpty()) {
            put(indentation(region) + "throw new ExerciseNotDone(\"" + escaped(region.label()) + "\");");
        } else {
            replacement.stream().filter(line -> line != NOTHING).forEach(this::put);
            afterNothing = replacement.stream().allMatch(line -> line == NOTHING);
        }
    }

    private String indentation(Region region) {
        String marker = source.lines().get(region.first() - 1);
        return marker.substring(0, marker.indexOf("//"));
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** What a lone {@code //-} stands for; compared by identity, so that an empty line can be told from it. */
    private static final String NOTHING = new String("nothing");

    /** The region's first lines that start with {@code //-}, uncommented; empty where there are none. */
    private static List<String> replacement(List<String> inner) {
        List<String> lines = new ArrayList<>();
        for (String line : inner) {
            Matcher matcher = STARTER_LINE.matcher(line);
            if (!matcher.matches()) {
                break;
            }
            lines.add(matcher.group(2) == null ? NOTHING : matcher.group(1) + matcher.group(2));
        }
        return lines;
    }

    /** Adds a line, unless it is a marker or would be a second empty line where a region vanished. */
    private void put(String line) {
        if (MarkedSource.isMarker(line)) {
            return;
        }
        String before = text.isEmpty() ? "" : text.get(text.size() - 1);
        if (afterNothing && line.isBlank() && (before.isBlank() || before.endsWith("{"))) {
            return;
        }
        if (afterNothing && line.strip().equals("}") && before.isBlank()) {
            text.remove(text.size() - 1);
        }
        afterNothing = false;
        text.add(line);
    }
}
