package ingchain.cli.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The processor cores on which a process may run.
 *
 * @param prefix the command that keeps a process on them; empty where it may run on all
 * @param count how many they are
 * @param name how to speak of them
 */
record Cores(List<String> prefix, int count, String name) {
    /** As Linux has it, such as 0-3 or 0,2-5. */
    private static final Pattern LAST_ALLOWED = Pattern.compile("(?m)^Cpus_allowed_list:.*?(\\d+)$");

    static Cores all() {
        int count = Runtime.getRuntime().availableProcessors();
        return new Cores(List.of(), count, String.valueOf(count));
    }

    /** The last of the cores that this process may use; empty where there is no taskset to pin others to it. */
    static Optional<Cores> one() throws InterruptedException {
        try {
            Matcher allowed = LAST_ALLOWED.matcher(Files.readString(Path.of("/proc/self/status")));
            if (!allowed.find()) {
                return Optional.empty();
            }
            List<String> prefix = List.of("taskset", "-c", allowed.group(1));
            Process probe = new ProcessBuilder(prefix.get(0), "-c", allowed.group(1), "true").start();
            return probe.waitFor() == 0 ? Optional.of(new Cores(prefix, 1, allowed.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
