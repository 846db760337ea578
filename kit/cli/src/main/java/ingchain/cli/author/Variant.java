package ingchain.cli.author;

import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.exercise.SolutionFile;
import ingchain.cli.exercise.Starter;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Compiler;
import ingchain.cli.kit.ContentHash;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A step half done: its exercises solved up to one, and the later ones as the student finds them. */
final class Variant {
    private final Home home;
    private final Step step;
    private final int solved;

    /**
     * @param solved how many of the step's exercises are solved; 0 is the starter
     */
    Variant(Home home, Step step, int solved) {
        this.home = home;
        this.step = step;
        this.solved = solved;
    }

    /** Writes the sources into a folder. */
    void write(List<SolutionFile> files, Path folder) throws IOException {
        for (SolutionFile file : files) {
            Path place = folder.resolve(file.path());
            Files.createDirectories(place.getParent());
            Files.writeString(place, Starter.of(file.source(), this::isSolved));
        }
    }

    /** Compiles sources that were written; gives the errors. */
    List<CompileError> compile(Path sources, List<StepCode> earlier, Path classes) throws IOException {
        List<Path> classPath = new ClassPaths(home).ofStep(StepCompiler.classesOf(earlier));
        return Compiler.compile(home.javaFiles(sources), null, classPath, classes);
    }

    /** The compiled variant as a step's code. */
    StepCode code(Path classes) {
        return new StepCode(
                step, true, classes, new ContentHash().addFolder(classes).hex());
    }

    private boolean isSolved(ExerciseNumber number) {
        return number.step() == step.number() && number.index() <= solved;
    }
}
