package ingchain.checkpoint;

import com.google.gson.Gson;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run of checkpoints is told to do, as one line of JSON.
 *
 * @param report the file to report to
 * @param folders where the classes of the checkpoints and of the steps are, the first before the others
 * @param classes the full names of the test classes, in order
 * @param rounds how often to run them all
 * @param rehearsal whether more is to come: what is run is known to be harmless, and the JVM is warm after it
 */
record Order(String report, List<String> folders, List<String> classes, int rounds, boolean rehearsal) {
    private static final Gson GSON = new Gson();

    static Order of(String line) {
        return GSON.fromJson(line, Order.class);
    }

    /** A fresh loader, so that nothing static is left over from what ran before. Core and the kit stay as they are. */
    ClassLoader loader() {
        URL[] urls = folders.stream().map(Order::url).toArray(URL[]::new);
        return new URLClassLoader(urls, Order.class.getClassLoader());
    }

    private static URL url(String folder) {
        try {
            return Path.of(folder).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(folder, e);
        }
    }
}
