package ingchain.cli.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Archives of classes, from which a JVM starts in a fraction of the time (class data sharing). There is one for the command
 * and one for its workers; {@code ingchain.cli.launch.Archives} makes them when the kit is built. A JVM that cannot use
 * one, because it is another JVM or a jar has changed, starts without it, and says nothing.
 */
public final class Archive {
    /** Set where classes are to be listed for an archive instead of taken from one. */
    public static final String TRAINING = "ingchain.training";

    private Archive() {}

    /**
     * The options to start a JVM from an archive; those that list its classes during training; none where there is no
     * archive.
     *
     * @param name "command" or "worker"
     */
    public static List<String> options(Home home, String name) {
        if (Boolean.getBoolean(TRAINING)) {
            return List.of("-XX:DumpLoadedClassList=" + classList(home, name));
        }
        Path archive = file(home, name);
        // Without the second, newer JVMs warn on standard output of an archive that they cannot use.
        return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable") : List.of();
    }

    /** The archive of this name, whether it is there or not. */
    public static Path file(Home home, String name) {
        return home.root().resolve("kit/cli/target/" + name + ".jsa");
    }

    /** The list of classes that training leaves, whether it is there or not. */
    public static Path classList(Home home, String name) {
        return home.root().resolve("kit/cli/target/" + name + ".classes");
    }
}
