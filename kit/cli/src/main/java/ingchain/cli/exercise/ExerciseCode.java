package ingchain.cli.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One exercise in one file: the methods that it asks for, in the starter, in the solution and in a student's file. They are
 * found by solving this one exercise and no other: the methods whose bodies change are its own. What a student adds besides
 * (fields, methods that help) has no place that could be known.
 */
public final class ExerciseCode {
    private final MethodBodies starter;
    private final MethodBodies solved;
    private final List<String> methods;
    private final boolean alone;

    private ExerciseCode(MethodBodies starter, MethodBodies solved, List<String> methods, boolean alone) {
        this.starter = starter;
        this.solved = solved;
        this.methods = methods;
        this.alone = alone;
    }

    /** Empty where the file has nothing to do with the exercise. */
    public static Optional<ExerciseCode> of(SolutionFile file, ExerciseNumber exercise) {
        MethodBodies starter = bodies(file, number -> false);
        MethodBodies solved = bodies(file, exercise::equals);
        List<String> methods = changed(starter, solved);
        MethodBodies others = bodies(file, number -> !number.equals(exercise));
        boolean alone = changed(starter, others).stream().noneMatch(methods::contains);
        return methods.isEmpty() ? Optional.empty() : Optional.of(new ExerciseCode(starter, solved, methods, alone));
    }

    private static MethodBodies bodies(SolutionFile file, Predicate<ExerciseNumber> done) {
        return MethodBodies.in(Starter.of(file.source(), done))
                .orElseThrow(() -> new IllegalStateException(file.path() + " is no Java"));
    }

    private static List<String> changed(MethodBodies from, MethodBodies to) {
        return from.bodies().keySet().stream()
                .filter(method -> !from.body(method).equals(to.body(method)))
                .toList();
    }

    /**
     * A student's file with this exercise as in the starter, and everything else as it is.
     *
     * @return empty where that cannot be done safely: the file is no correct Java, or a method is not there any more
     */
    public Optional<String> reset(String text) {
        String unix = text.replace("\r\n", "\n");
        Optional<MethodBodies> student = MethodBodies.in(unix);
        if (!alone || student.isEmpty() || !student.get().bodies().keySet().containsAll(methods)) {
            return Optional.empty();
        }
        Map<String, MethodBodies.Body> places = student.get().bodies();
        List<String> backwards = new ArrayList<>(methods);
        backwards.sort((a, b) -> places.get(b).first() - places.get(a).first());
        StringBuilder reset = new StringBuilder(unix);
        for (String method : backwards) {
            MethodBodies.Body place = places.get(method);
            reset.replace(place.first(), place.end(), starter.body(method));
        }
        List<String> lines =
                Imports.withExerciseNotDone(reset.toString().lines().toList());
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        return Optional.of(String.join(lineEnd, lines) + lineEnd);
    }

    /** Whether the starter's code for the exercise stands in a student's file, unchanged. */
    public boolean isUntouched(String text) {
        return MethodBodies.in(text.replace("\r\n", "\n"))
                .filter(student ->
                        methods.stream().allMatch(method -> starter.body(method).equals(student.body(method))))
                .isPresent();
    }

    /** The methods of the exercise as the solution has them, and the methods that help them. */
    public List<String> ours() {
        return withHelpers(solved);
    }

    /** The same methods as a student has them; empty where the student's file is no correct Java. */
    public List<String> yours(String text) {
        return MethodBodies.in(text.replace("\r\n", "\n"))
                .map(this::withHelpers)
                .orElse(List.of());
    }

    /** The methods of the exercise and, after them, those that the starter does not have and that these call. */
    private List<String> withHelpers(MethodBodies source) {
        Map<String, String> shown = new LinkedHashMap<>();
        methods.stream()
                .filter(source.bodies()::containsKey)
                .forEach(method -> shown.put(method, source.member(method)));
        boolean found = true;
        while (found) {
            String calls = String.join("\n", shown.values());
            found = false;
            for (String method : source.bodies().keySet()) {
                boolean helps = !starter.bodies().containsKey(method) && calls.contains(name(method) + "(");
                found |= helps && shown.putIfAbsent(method, source.member(method)) == null;
            }
        }
        List<String> lines = new ArrayList<>();
        for (String member : shown.values()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(member.stripIndent().lines().toList());
        }
        return lines;
    }

    /** "bind" of "PeerServer.bind(String, int)". */
    private static String name(String method) {
        return method.substring(method.indexOf('.') + 1, method.indexOf('('));
    }
}
