package ingchain.cli.check;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Code for a step that exists for one trial only: in a folder of its own, on the reference of the other steps. */
public final class Trial implements AutoCloseable {
    private final Home home;
    private final Step step;
    private final List<StepCode> earlier;
    private final Path folder;

    /**
     * Writes the sources into a fresh folder.
     *
     * @param sources by their paths below the step's source folder
     */
    public Trial(Home home, Step step, Map<Path, String> sources) throws IOException {
        this.home = home;
        this.step = step;
        this.earlier = new Checker(home).references(step.number() - 1);
        this.folder = Files.createTempDirectory("ingchain-trial");
        Files.createDirectory(classes());
        for (Map.Entry<Path, String> source : sources.entrySet()) {
            Path file = sources().resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    /** Compiles the sources; gives javac's errors, and nothing where all compiled. */
    public List<CompileError> compile() throws IOException {
        List<Path> classPath = new ClassPaths(home).ofStep(StepCompiler.classesOf(earlier));
        return Compiler.compile(home.javaFiles(sources()), null, classPath, classes());
    }

    /** Errors in the words of javac, with paths as seen from the sources. */
    public String text(List<CompileError> errors) {
        return new CompileErrors(new Home(sources())).text(errors);
    }

    /** The code of all steps up to the one of this number: this trial's for its own step, the reference for the others. */
    public List<StepCode> steps(int last) {
        List<StepCode> steps = new ArrayList<>(earlier);
        steps.add(new StepCode(
                step, true, classes(), new ContentHash().addFolder(classes()).hex()));
        StepCompiler compiler = new StepCompiler(home);
        home.steps().stream()
                .filter(later -> later.number() > step.number() && later.number() <= last)
                .forEach(later -> steps.add(compiler.reference(later, steps)));
        return steps;
    }

    @Override
    public void close() throws IOException {
        ClassFolders.delete(folder);
    }

    private Path sources() {
        return folder.resolve("src");
    }

    private Path classes() {
        return folder.resolve("classes");
    }
}
