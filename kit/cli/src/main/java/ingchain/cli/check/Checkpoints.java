package ingchain.cli.check;

import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.ClassFolders;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Compiler;
import ingchain.cli.kit.ContentHash;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checkpoints of a step: which test class belongs to which exercise, and where they are compiled. */
public final class Checkpoints {
    private static final Pattern EXERCISE =
            Pattern.compile("(?m)^\\s*@Exercise\\(\\s*(?:value\\s*=\\s*)?\"([\\d.]+)\"");
    private static final Pattern TEST = Pattern.compile("(?m)^\\s*@(?:Test|ParameterizedTest|RepeatedTest)\\b");

    private static final Pattern REPLAY = Pattern.compile("(?m)^\\s*@Tag\\(Replay\\.TAG\\)");

    private final Home home;
    private final Step step;
    private final Map<ExerciseNumber, List<Path>> sources = new TreeMap<>();

    /** Reads the sources of the step's checkpoints. */
    public Checkpoints(Home home, Step step) throws IOException {
        this.home = home;
        this.step = step;
        for (Path file : home.javaFiles(home.checkpoints(step))) {
            Matcher matcher = EXERCISE.matcher(text(file));
            if (matcher.find()) {
                ExerciseNumber.parse(matcher.group(1))
                        .ifPresent(number -> sources.computeIfAbsent(number, key -> new ArrayList<>())
                                .add(file));
            }
        }
    }

    /** The full names of the test classes of an exercise; none where it has no checkpoint. */
    public List<String> classes(ExerciseNumber number) {
        return files(number).stream().map(this::className).toList();
    }

    /** The exercises that have a checkpoint, in order. */
    public Set<ExerciseNumber> numbers() {
        return Collections.unmodifiableSet(sources.keySet());
    }

    /** How many tests an exercise has. */
    public int tests(ExerciseNumber number) throws IOException {
        int tests = 0;
        for (Path file : files(number)) {
            tests += (int) TEST.matcher(text(file)).results().count();
        }
        return tests;
    }

    /** Whether a checkpoint of the exercise can play again what it has found. */
    public boolean canReplay(ExerciseNumber number) throws IOException {
        for (Path file : files(number)) {
            if (REPLAY.matcher(text(file)).find()) {
                return true;
            }
        }
        return false;
    }

    /** Hash of the sources of all checkpoints of a step. */
    static String hash(Home home, Step step) {
        return new ContentHash().addFolder(home.checkpoints(step)).hex();
    }

    /**
     * The compiled checkpoints, compiled against the given code where they were not already. Only files with an
     * exercise are compiled and what these use, so that a student's own tests are not in the way.
     *
     * @param steps the step's code and that of all before it
     * @param errors receives what javac has to say
     * @return empty where there are errors
     */
    public Optional<Path> compiled(List<StepCode> steps, List<CompileError> errors) throws IOException {
        ContentHash hash = new ContentHash().add(hash(home, step));
        steps.forEach(code -> hash.add(code.hash()));
        String key = hash.hex();
        String name = step.folder() + "-checkpoints";
        ClassFolders folders = new ClassFolders(home);
        if (folders.find(name, key).isEmpty()) {
            List<Path> files = sources.values().stream().flatMap(List::stream).toList();
            List<Path> classPath = new ClassPaths(home).ofCheckpoints(StepCompiler.classesOf(steps));
            errors.addAll(folders.compile(
                    name, key, output -> Compiler.compile(files, home.checkpoints(step), classPath, output)));
        }
        return errors.isEmpty() ? folders.find(name, key) : Optional.empty();
    }

    private List<Path> files(ExerciseNumber number) {
        return sources.getOrDefault(number, List.of());
    }

    private String className(Path file) {
        String path = home.checkpoints(step).relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace('\\', '.')
                .replace('/', '.');
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
