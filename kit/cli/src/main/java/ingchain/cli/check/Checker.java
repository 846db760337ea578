package ingchain.cli.check;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.ClassFolders;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Compiler;
import ingchain.cli.kit.ContentHash;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks exercises by running their checkpoints, on a student's code or on the reference. */
public final class Checker {
    private final Home home;
    private final Workers workers;
    private final StepCompiler compiler;
    private final Results results;
    private final Shares shares = new Shares(Runtime.getRuntime().availableProcessors());
    private final boolean keeps;

    /** For the kit in this folder, which must be built. */
    public Checker(Home home) {
        this(home, new Workers(home));
    }

    /** Takes the workers that may stand ready. */
    public Checker(Home home, Workers workers) {
        this(home, workers, true);
    }

    private Checker(Home home, Workers workers, boolean keeps) {
        this.home = home;
        this.workers = workers;
        this.keeps = keeps;
        this.compiler = new StepCompiler(home);
        this.results = new Results(home);
    }

    /**
     * One that only plays again what a checkpoint has found, and keeps no results: they say nothing of the exercise.
     *
     * @param id as the checkpoint has printed it
     */
    public static Checker replaying(Home home, String id) {
        return new Checker(home, new Workers(home, List.of(), List.of("-Dingchain.replay=" + id)), false);
    }

    /** Checks the student's code of a step and keeps the results. */
    public List<ExerciseResult> student(Step step, List<Exercise> asked, List<StepCode> earlier)
            throws IOException, InterruptedException {
        String hash = hash(step, earlier);
        StepCompiler.Compiled compiled = compiler.student(step, earlier);
        List<ExerciseResult> checked = compiled.errors().isEmpty()
                ? check(asked, with(earlier, compiled.code())).stream()
                        .map(new UndonePlaces(home, step)::judge)
                        .toList()
                : notCompiling(asked, compiled.errors());
        if (keeps) {
            for (ExerciseResult result : checked) {
                results.keep(result, hash);
            }
        }
        return checked;
    }

    /** Checks the reference for a step. */
    public List<ExerciseResult> reference(Step step, List<Exercise> asked) throws IOException, InterruptedException {
        return check(asked, references(step.number()));
    }

    StepCompiler compiler() {
        return compiler;
    }

    /** Compiles a step's checkpoints ahead of time. */
    public void prepare(Step step) throws IOException {
        againstReference(new Checkpoints(home, step), step);
    }

    /** Does once on the reference what a check does, and keeps nothing of it: the next check is faster. */
    public void rehearse(Exercise exercise) throws IOException, InterruptedException {
        Step step = exercise.step();
        Path folder = Files.createTempDirectory("ingchain-rehearsal");
        try {
            List<Path> earlier = StepCompiler.classesOf(references(step.number() - 1));
            Compiler.compile(home.javaFiles(home.solution(step)), null, new ClassPaths(home).ofStep(earlier), folder);
        } finally {
            ClassFolders.delete(folder);
        }
        reference(step, List.of(exercise));
    }

    /** Has workers stand ready that have run the checkpoints of this exercise on the reference. */
    public void standReady(Exercise exercise) throws IOException {
        Checkpoints checkpoints = new Checkpoints(home, exercise.step());
        List<StepCode> references = references(exercise.step().number());
        List<Path> folders = folders(againstReference(checkpoints, exercise.step()), references);
        workers.prepare(folders, shares.of(checkpoints.classes(exercise.number())));
    }

    /** Checks exercises of the last of these steps. */
    public List<ExerciseResult> check(List<Exercise> asked, List<StepCode> steps)
            throws IOException, InterruptedException {
        StepCode code = steps.get(steps.size() - 1);
        Checkpoints checkpoints = new Checkpoints(home, code.step());
        List<ExerciseResult> checked = run(asked, checkpoints, steps, againstReference(checkpoints, code.step()));
        if (checked.stream().noneMatch(Checker::isMisfit)) {
            return checked;
        }
        // A class or method that a checkpoint calls is not there any more: javac can tell which.
        List<CompileError> errors = new ArrayList<>();
        Path classes = checkpoints.compiled(steps, errors).orElse(null);
        return classes == null ? misfits(checked, errors) : run(asked, checkpoints, steps, classes);
    }

    /**
     * Runs all checkpoints of a step on the reference again and again in one JVM.
     *
     * @param times how often
     * @param prefix a command that starts the JVM, such as taskset and what it needs; mostly empty
     */
    public List<Round> rounds(Step step, int times, List<String> prefix) throws IOException, InterruptedException {
        Checkpoints checkpoints = new Checkpoints(home, step);
        List<Path> folders = folders(againstReference(checkpoints, step), references(step.number()));
        List<String> names = checkpoints.numbers().stream()
                .flatMap(number -> checkpoints.classes(number).stream())
                .toList();
        return new CheckpointRuns(new Workers(home, prefix, List.of()), folders).rounds(names, times);
    }

    /** The reference for every step up to this number. */
    public List<StepCode> references(int last) {
        List<StepCode> references = new ArrayList<>();
        home.steps().stream()
                .filter(step -> step.number() <= last)
                .forEach(step -> references.add(compiler.reference(step, references)));
        return references;
    }

    /** Hash of everything that a check of the student's step depends on. */
    public String hash(Step step, List<StepCode> earlier) throws IOException {
        return new ContentHash()
                .add(compiler.studentHash(step, earlier))
                .add(Checkpoints.hash(home, step))
                .hex();
    }

    private List<ExerciseResult> run(List<Exercise> asked, Checkpoints checkpoints, List<StepCode> steps, Path classes)
            throws IOException, InterruptedException {
        List<Path> folders = folders(classes, steps);
        List<String> names = asked.stream()
                .flatMap(exercise -> checkpoints.classes(exercise.number()).stream())
                .toList();
        boolean rehearsed = workers.haveRehearsed(names);
        List<TestResult> tests = new CheckpointRuns(workers, folders).run(names);
        shares.note(tests, rehearsed);
        return asked.stream()
                .map(exercise -> {
                    List<String> own = checkpoints.classes(exercise.number());
                    return ExerciseResult.of(
                            exercise,
                            tests.stream()
                                    .filter(test -> own.contains(test.testClass()))
                                    .toList());
                })
                .toList();
    }

    /** The checkpoints before the steps, and these the last first. */
    private static List<Path> folders(Path checkpoints, List<StepCode> steps) {
        List<Path> folders = new ArrayList<>(List.of(checkpoints));
        folders.addAll(StepCompiler.classesOf(steps));
        return folders;
    }

    private Path againstReference(Checkpoints checkpoints, Step step) throws IOException {
        List<CompileError> errors = new ArrayList<>();
        return checkpoints
                .compiled(references(step.number()), errors)
                .orElseThrow(() -> new Failure(
                        ExitCode.BROKEN,
                        Texts.of("check.checkpoints-broken", step.number(), new CompileErrors(home).text(errors))));
    }

    private static boolean isMisfit(ExerciseResult result) {
        return result.tests().stream().anyMatch(Misfit::shows);
    }

    private static List<ExerciseResult> misfits(List<ExerciseResult> checked, List<CompileError> errors) {
        return checked.stream()
                .map(result -> isMisfit(result) ? ExerciseResult.notCompiling(result.exercise(), errors) : result)
                .toList();
    }

    private static List<ExerciseResult> notCompiling(List<Exercise> asked, List<CompileError> errors) {
        return asked.stream()
                .map(exercise -> ExerciseResult.notCompiling(exercise, errors))
                .toList();
    }

    private static List<StepCode> with(List<StepCode> earlier, StepCode code) {
        return Stream.concat(earlier.stream(), Stream.of(code)).toList();
    }
}
