package ingchain.bench.node;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The command that a person types. */
final class Launcher {
    private Launcher() {}

    /**
     * The path of {@code ingchain}, or {@code ingchain.cmd} on Windows: in the first folder above this class's own that
     * has it.
     */
    static String path() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "ingchain.cmd" : "ingchain";
        for (Path folder = here(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name).toString();
            }
        }
        throw new IllegalStateException(
                "there is no " + name + " above " + here() + ": run this from a clone of the kit");
    }

    private static Path here() {
        try {
            return Path.of(Launcher.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every folder has an address", e);
        }
    }
}
