package ingchain.bench.node;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The command that a person types. */
public final class Launcher {
    private static String path; // null until it is needed for the first time

    private Launcher() {}

    /**
     * The path of {@code ingchain}, or {@code ingchain.cmd} on Windows: in the first folder above this class's own that
     * has it.
     *
     * <p>The command builds itself on first use, and that must not become part of a figure: so it is run once here.
     *
     * @throws IOException where there is none, or it cannot be run
     */
    public static synchronized String path() throws IOException, InterruptedException {
        if (path == null) {
            String found = find();
            int code = new ProcessBuilder(found, "help")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(found + " help ended with " + code);
            }
            path = found;
        }
        return path;
    }

    private static String find() throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "ingchain.cmd" : "ingchain";
        for (Path folder = here(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name).toString();
            }
        }
        throw new IOException("there is no " + name + " above " + here() + ": run this in a clone of the kit");
    }

    private static Path here() throws IOException {
        try {
            return Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
