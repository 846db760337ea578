package ingchain.cli.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles a student's steps, and finds the reference, which is compiled with the kit. */
public final class StepCompiler {
    private final Home home;
    private final ClassPaths classPaths;
    private final ClassFolders folders;
    private String kitHash;

    /** For the kit in this folder, which must be built. */
    public StepCompiler(Home home) {
        this.home = home;
        this.classPaths = new ClassPaths(home);
        this.folders = new ClassFolders(home);
    }

    /**
     * What came of compiling a step.
     *
     * @param code null where there are errors
     * @param errors empty where there are none
     */
    public record Compiled(StepCode code, List<CompileError> errors) {}

    /** The reference for a step, on the given earlier steps. */
    public StepCode reference(Step step, List<StepCode> earlier) {
        Path classes = home.solutionClasses(step);
        return new StepCode(
                step, false, classes, start(earlier).addFolder(classes).hex());
    }

    /** The student's step, compiled on the given earlier steps where it was not already. */
    public Compiled student(Step step, List<StepCode> earlier) throws IOException {
        String hash = studentHash(step, earlier);
        Optional<Path> found = folders.find(step.folder(), hash);
        if (found.isEmpty()) {
            List<CompileError> errors =
                    folders.compile(step.folder(), hash, output -> compileStudent(step, earlier, output));
            if (!errors.isEmpty()) {
                return new Compiled(null, errors);
            }
            found = folders.find(step.folder(), hash);
        }
        return new Compiled(new StepCode(step, true, found.orElseThrow(), hash), List.of());
    }

    /** The hash that {@link #student} would give, without compiling anything. */
    public String studentHash(Step step, List<StepCode> earlier) {
        return start(earlier)
                .add("mine")
                .addFolder(home.starter(step))
                .addFolder(home.resources(step))
                .hex();
    }

    /** Hash of what every step is compiled and checked with: core and kit/checkpoint. */
    public String kitHash() {
        if (kitHash == null) {
            kitHash = new ContentHash()
                    .addFolder(classPaths.core())
                    .addFolder(classPaths.checkpointClasses())
                    .hex();
        }
        return kitHash;
    }

    private ContentHash start(List<StepCode> earlier) {
        ContentHash hash = new ContentHash().add(kitHash());
        earlier.forEach(code -> hash.add(code.hash()));
        return hash;
    }

    private List<CompileError> compileStudent(Step step, List<StepCode> earlier, Path output) throws IOException {
        List<Path> classPath = classPaths.ofStep(classesOf(earlier));
        copy(home.resources(step), output);
        return Compiler.compile(home.javaFiles(home.starter(step)), null, classPath, output);
    }

    /** The folders of classes, the last step first: a step may not be hidden by one before it. */
    public static List<Path> classesOf(List<StepCode> steps) {
        List<Path> classes = new ArrayList<>();
        steps.forEach(code -> classes.add(0, code.classes()));
        return classes;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
