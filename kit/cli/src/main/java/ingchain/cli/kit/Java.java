package ingchain.cli.kit;

import java.nio.file.Path;
import java.util.List;

/** The java that this process runs on, to start others with. */
public final class Java {
    /** Options that make a process write UTF-8 whatever the locale says. */
    public static final List<String> UTF_8 =
            List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

    private Java() {}

    /** The path of the java command. */
    public static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
