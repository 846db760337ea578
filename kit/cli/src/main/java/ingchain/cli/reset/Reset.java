package ingchain.cli.reset;

import ingchain.cli.exercise.Backup;
import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseCode;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.exercise.Starter;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reset would write: files of a step as the student found them, or with one exercise as it was found. It comes from
 * the solution, so it works whatever was committed or lost. Nothing is written before {@link #write}, and what is
 * overwritten is kept.
 */
public final class Reset {
    private final Home home;
    private final Map<Path, String> files;

    private Reset(Home home, Map<Path, String> files) {
        this.home = home;
        this.files = files;
    }

    /** A whole step. Files that are the student's own stay where they are. */
    public static Reset of(Home home, Course course, Step step) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (SolutionFile file : course.files(step)) {
            put(files, home.starter(step).resolve(file.path()), Starter.of(file.source()));
        }
        return new Reset(home, files);
    }

    /**
     * One exercise; the student's other exercises stay as they are.
     *
     * @return empty where that cannot be done safely, and only whole files can be reset
     */
    public static Optional<Reset> of(Home home, Course course, Exercise exercise) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (SolutionFile file : course.files(exercise.step())) {
            Optional<ExerciseCode> code = ExerciseCode.of(file, exercise.number());
            Path path = home.starter(exercise.step()).resolve(file.path());
            if (code.isPresent()) {
                String text = text(path);
                Optional<String> reset = text == null
                        ? Optional.of(Starter.of(file.source()))
                        : code.get().reset(text);
                if (reset.isEmpty()) {
                    return Optional.empty();
                }
                put(files, path, reset.get());
            }
        }
        return Optional.of(new Reset(home, files));
    }

    /** The whole files in which an exercise is written. */
    public static Reset wholeFiles(Home home, Course course, Exercise exercise) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        for (SolutionFile file : course.files(exercise.step())) {
            if (ExerciseCode.of(file, exercise.number()).isPresent()) {
                put(files, home.starter(exercise.step()).resolve(file.path()), Starter.of(file.source()));
            }
        }
        return new Reset(home, files);
    }

    /** Null where there is no such file. What is no UTF-8 is read as well as it can be: it will be no correct Java. */
    private static String text(Path path) throws IOException {
        return Files.exists(path) ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8) : null;
    }

    private static void put(Map<Path, String> files, Path path, String text) throws IOException {
        boolean same =
                Files.exists(path) && Arrays.equals(Files.readAllBytes(path), text.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            files.put(path, text);
        }
    }

    /** The files that would change, as the user is shown them; none where all is as in the beginning. */
    public List<String> files() {
        return files.keySet().stream().map(home::shown).toList();
    }

    /** Writes the files; gives where their former versions are kept, as the user is shown it. */
    public List<String> write() throws IOException {
        Backup backup = new Backup(home);
        List<String> kept = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Files.exists(file.getKey())) {
                kept.add(home.shown(backup.copy(file.getKey())));
            }
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
        return kept;
    }
}
