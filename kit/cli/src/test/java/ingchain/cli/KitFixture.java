package ingchain.cli;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small kit in a folder of its own, and what the command writes when it runs there. */
public final class KitFixture {
    private final Path root;
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

    /** The text of a file below the root. */
    public String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    /** Where the kit lies. */
    public Home home() {
        return new Home(root);
    }

    /** Writes to this fixture's output, without colour. */
    public Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                true);
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
