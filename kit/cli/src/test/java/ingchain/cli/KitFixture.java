package ingchain.cli;

import ingchain.cli.kit.ClassFolders;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.CompileError;
import ingchain.cli.kit.Compiler;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small kit in a folder of its own, and what the command writes when it runs there. */
public final class KitFixture {
    private static final List<String> BORROWED = List.of("core", "kit/checkpoint", "kit/cli", "node");

    private final Path root;
    private InputStream in = InputStream.nullInputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Starts empty: no step, no solution. */
    public KitFixture(Path root) {
        this.root = root;
    }

    /** Writes a file below the root, its folders included. */
    public KitFixture file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Takes a step out of the kit. */
    public KitFixture without(String step) throws IOException {
        ClassFolders.delete(root.resolve("solutions").resolve(step));
        ClassFolders.delete(root.resolve(step));
        return this;
    }

    /** Replaces a piece of a file below the root, which must be there. */
    public KitFixture edit(String path, String piece, String by) throws IOException {
        String text = read(path);
        if (!text.contains(piece)) {
            throw new IllegalArgumentException(piece + " is not in " + path);
        }
        return file(path, text.replace(piece, by));
    }

    /** A copy of this kit, with all that it has kept and compiled, in another folder. */
    public KitFixture copyTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(root.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        return new KitFixture(folder);
    }

    /** Takes the links to the real kit out again, so that nothing outside is at risk when the folder is deleted. */
    public void giveKitBack() throws IOException {
        for (String module : BORROWED) {
            Files.deleteIfExists(root.resolve(module));
        }
    }

    /** Borrows core and the kit's own modules from the real kit, which Maven has built by now. */
    public KitFixture borrowKit() throws IOException {
        Path real = Path.of(System.getProperty("ingchain.root"));
        for (String module : BORROWED) {
            Path link = root.resolve(module);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, real.resolve(module));
        }
        return this;
    }

    /** Compiles the solutions, as Maven would have. */
    public KitFixture compileSolutions() throws IOException {
        List<Path> earlier = new ArrayList<>();
        for (Step step : home().steps()) {
            Path classes = Files.createDirectories(home().solutionClasses(step));
            List<CompileError> errors = Compiler.compile(
                    home().javaFiles(home().solution(step)), null, new ClassPaths(home()).ofStep(earlier), classes);
            if (!errors.isEmpty()) {
                throw new IllegalStateException(errors.toString());
            }
            earlier.add(classes);
        }
        return this;
    }

    /** The text of a file below the root. */
    public String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    /** Where the kit lies. */
    public Home home() {
        return new Home(root);
    }

    /** What the user will answer to questions. */
    public KitFixture answering(String lines) {
        in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Writes to this fixture's output, without colour. */
    public Terminal terminal() {
        return new Terminal(
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                true,
                false);
    }

    /** Runs a command line and gives its exit code; output starts afresh. */
    public int run(String... args) {
        out.reset();
        err.reset();
        return new Main(new Kit(home(), terminal())).run(args);
    }

    /** What went to standard output since the last run. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What went to standard error since the last run. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
