package ingchain.cli.exercise;

import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The exercises of all steps, as the markers in the solutions tell them. */
public final class Course {
    private final List<SolutionFile> files;
    private final List<Exercise> exercises;

    private Course(List<SolutionFile> files) {
        this.files = List.copyOf(files);
        this.exercises = exercisesIn(files);
    }

    /**
     * Reads the solutions.
     *
     * @throws Failure that names every mistake in the markers
     */
    public static Course read(Home home) {
        List<SolutionFile> files = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        for (Step step : home.steps()) {
            Path sources = home.solution(step);
            for (Path path : home.javaFiles(sources)) {
                try {
                    MarkedSource source = MarkedSource.parse(home.shown(path), Files.readString(path));
                    files.add(new SolutionFile(step, sources.relativize(path), source));
                } catch (MarkerMistake mistake) {
                    mistakes.add(mistake.getMessage());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, String.join("\n", mistakes));
        }
        return new Course(files);
    }

    /** The files of all solutions, step by step. */
    public List<SolutionFile> files() {
        return files;
    }

    /** The files of one step's solution. */
    public List<SolutionFile> files(Step step) {
        return files.stream().filter(file -> file.step().equals(step)).toList();
    }

    /** All exercises in order. */
    public List<Exercise> exercises() {
        return exercises;
    }

    /** The exercises of a step in order. */
    public List<Exercise> exercises(Step step) {
        return exercises.stream()
                .filter(exercise -> exercise.step().equals(step))
                .toList();
    }

    /** Empty where there is no such exercise. */
    public Optional<Exercise> exercise(ExerciseNumber number) {
        return exercises.stream()
                .filter(exercise -> exercise.number().equals(number))
                .findFirst();
    }

    /** What the exercise asks for, in one paragraph: the comment above its place in the code. */
    public String task(Exercise exercise) {
        return files(exercise.step()).stream()
                .filter(file -> file.path().equals(exercise.path()))
                .flatMap(file -> file.source().commentAbove(exercise).stream())
                .collect(Collectors.joining(" "))
                .replaceFirst("^Exercise [\\d.]+\\. ", "");
    }

    private static List<Exercise> exercisesIn(List<SolutionFile> files) {
        Map<ExerciseNumber, Exercise> main = new TreeMap<>();
        Map<ExerciseNumber, Exercise> other = new TreeMap<>();
        for (SolutionFile file : files) {
            for (Region region : file.source().regions()) {
                region.exercise().ifPresent(number -> {
                    Exercise exercise = new Exercise(number, region.title(), file.step(), file.path());
                    (isMain(file.source(), region) ? main : other).putIfAbsent(number, exercise);
                });
            }
        }
        other.forEach(main::putIfAbsent);
        return List.copyOf(main.values());
    }

    /** Of an exercise's regions, the one that the starter refuses to run tells its title and where to start. */
    private static boolean isMain(MarkedSource source, Region region) {
        return !region.title().isEmpty() && Starter.refuses(source, region);
    }
}
