package ingchain.cli.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fits the imports of a derived source to what is left in it. */
final class Imports {
    private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.]+)\\.(\\w+|\\*);.*");
    private static final String EXERCISE_PACKAGE = "ingchain.exercise";
    private static final String EXERCISE_NOT_DONE = "import " + EXERCISE_PACKAGE + ".ExerciseNotDone;";

    private Imports() {}

    /** Drops the imports that are no longer used and adds that of ExerciseNotDone where it is. */
    static List<String> fit(List<String> lines) {
        List<String> body =
                lines.stream().filter(line -> !IMPORT.matcher(line).matches()).toList();
        Set<String> used = UsedNames.in(String.join("\n", body));
        List<String> fitted = new ArrayList<>();
        boolean dropped = false;
        for (String line : lines) {
            boolean drop = !isUsed(line, used) || dropped && isSecondBlank(fitted, line);
            if (!drop) {
                fitted.add(line);
            }
            dropped = drop;
        }
        if (used.contains("ExerciseNotDone")
                && !fitted.contains(EXERCISE_NOT_DONE)
                && !fitted.contains("package " + EXERCISE_PACKAGE + ";")) {
            add(fitted);
        }
        return fitted;
    }

    /** Adds the import of ExerciseNotDone where it is used and missing; drops nothing. */
    static List<String> withExerciseNotDone(List<String> lines) {
        List<String> fitted = new ArrayList<>(lines);
        if (UsedNames.in(String.join("\n", lines)).contains("ExerciseNotDone") && !lines.contains(EXERCISE_NOT_DONE)) {
            add(fitted);
        }
        return fitted;
    }

    private static boolean isUsed(String line, Set<String> used) {
        Matcher matcher = IMPORT.matcher(line);
        return !matcher.matches() || matcher.group(3).equals("*") || used.contains(matcher.group(3));
    }

    /** Where the last imports of a group are dropped, the empty line behind them goes with them. */
    private static boolean isSecondBlank(List<String> before, String line) {
        return line.isBlank()
                && !before.isEmpty()
                && before.get(before.size() - 1).isBlank();
    }

    private static void add(List<String> lines) {
        int place = -1;
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = IMPORT.matcher(lines.get(i));
            if (matcher.matches() && matcher.group(1) == null) {
                if (lines.get(i).compareTo(EXERCISE_NOT_DONE) > 0) {
                    lines.add(i, EXERCISE_NOT_DONE);
                    return;
                }
                place = i + 1;
            }
        }
        if (place >= 0) {
            lines.add(place, EXERCISE_NOT_DONE);
        } else {
            addFirst(lines);
        }
    }

    /** A group of its own, behind the static imports or else behind the package. */
    private static void addFirst(List<String> lines) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("package ") || lines.get(i).startsWith("import static ")) {
                last = i;
            }
        }
        lines.addAll(last + 1, last < 0 ? List.of(EXERCISE_NOT_DONE, "") : List.of("", EXERCISE_NOT_DONE));
    }
}
