package ingchain.cli.kit;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kit's folder and where everything lies in it.
 *
 * @param root absolute
 */
public record Home(Path root) {
    private static final Pattern STEP = Pattern.compile("step(\\d\\d)-.+");
    private static final String SOURCES = "src/main/java";

    /** The folder that the launcher named. */
    public static Home ofProcess() {
        String root = System.getProperty("ingchain.root");
        if (root == null) {
            throw new Failure(ExitCode.BROKEN, Texts.of("home.unknown"));
        }
        return new Home(Path.of(root).toAbsolutePath().normalize());
    }

    /** The steps in order: those that have a reference. */
    public List<Step> steps() {
        Path solutions = root.resolve("solutions");
        if (!Files.isDirectory(solutions)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(solutions)) {
            return children.map(child -> STEP.matcher(child.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> new Step(Integer.parseInt(matcher.group(1)), matcher.group()))
                    .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty where there is no step of this number. */
    public Optional<Step> step(int number) {
        return steps().stream().filter(step -> step.number() == number).findFirst();
    }

    /** The sources of the reference for a step. */
    public Path solution(Step step) {
        return root.resolve("solutions").resolve(step.folder()).resolve(SOURCES);
    }

    /** The compiled reference for a step. */
    public Path solutionClasses(Step step) {
        return root.resolve("solutions").resolve(step.folder()).resolve("target/classes");
    }

    /** The student's sources of a step. */
    public Path starter(Step step) {
        return root.resolve(step.folder()).resolve(SOURCES);
    }

    /** Files that the student's step reads, which are no sources; there need not be any. */
    public Path resources(Step step) {
        return root.resolve(step.folder()).resolve("src/main/resources");
    }

    /** The sources of a step's checkpoints. */
    public Path checkpoints(Step step) {
        return root.resolve(step.folder()).resolve("src/test/java");
    }

    /** The Java files below a folder, sorted; none where there is no such folder. */
    public List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the command keeps for itself: results, compiled classes, backups. Never committed. */
    public Path state() {
        return root.resolve(".ingchain");
    }

    /** A path as the user is shown it: from the kit's root, with slashes. */
    public String shown(Path path) {
        Path inside = path.startsWith(root) ? root.relativize(path) : path;
        return inside.toString().replace('\\', '/');
    }
}
