package ingchain.cli.launch;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the kit with Maven where it is missing or older than its sources. The launcher runs this file straight from
 * its source, because nothing is compiled yet when it is needed; so it may use nothing but the JDK and the texts.
 *
 * <p>Only the kit's own modules are built, never a step: a student's code may be half done.
 */
public final class Build {
    /** Exit code where the kit could not be built. */
    public static final int FAILED = 69;

    private static final String STAMP = "kit/cli/target/kit-built";
    private static final List<String> MAVEN =
            List.of("-q", "-B", "-Dmaven.test.skip=true", "-pl", "kit/cli", "-am", "package");
    private static final int SHOWN_LINES = 40;
    /** What Maven ends every failure with. */
    private static final Pattern SAYS_NOTHING = Pattern.compile("^\\[ERROR] *$|\\[Help 1]|full stack trace|Re-run Maven"
            + "|For more information about|After correcting the problems|mvn <args> -rf");

    private final Path root;
    private final String java;
    private final Map<String, String> environment;
    private final PrintStream err;

    /**
     * @param java the java command that the launcher found, which is noted in the build
     * @param environment tells where Maven is
     */
    Build(Path root, String java, Map<String, String> environment, PrintStream err) {
        this.root = root;
        this.java = java;
        this.environment = environment;
        this.err = err;
    }

    /**
     * @param args the kit's root folder, and the java command that the launcher found
     */
    public static void main(String[] args) throws Exception {
        System.exit(new Build(Path.of(args[0]), args[1], System.getenv(), System.err).run());
    }

    /** Builds what is missing, one process at a time: a second terminal waits and then finds everything built. */
    int run() throws IOException, InterruptedException {
        Path state = Files.createDirectories(root.resolve(".ingchain"));
        try (FileChannel channel = FileChannel.open(
                        state.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            FileTime started = FileTime.fromMillis(System.currentTimeMillis());
            if (!isFresh(root)) {
                int code = build(state.resolve("build.log"));
                if (code != 0) {
                    return code;
                }
            } else {
                started = Files.getLastModifiedTime(root.resolve(STAMP));
            }
            archive();
            Path stamp = Files.writeString(root.resolve(STAMP), java + "\n");
            Files.setLastModifiedTime(stamp, started);
            return lock.isValid() ? 0 : FAILED;
        }
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock != null) {
            return lock;
        }
        say("build.waiting");
        return channel.lock();
    }

    private int build(Path log) throws IOException, InterruptedException {
        String maven = findMaven(environment);
        if (maven == null) {
            say("build.no-maven");
            return FAILED;
        }
        say(Files.exists(root.resolve(STAMP)) ? "build.again" : "build.first");
        Files.deleteIfExists(root.resolve(STAMP));
        List<String> command = new ArrayList<>(List.of(maven));
        command.addAll(MAVEN);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", javaHome());
        Process process = builder.start();
        process.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        int code = process.waitFor();
        if (code == 0) {
            return 0;
        }
        say("build.failed", code);
        show(log);
        say("build.next", log);
        return FAILED;
    }

    /** What the archives are for is told by {@code ingchain.cli.launch.Archives}. */
    private void archive() throws IOException, InterruptedException {
        Path cli = root.resolve("kit/cli/target");
        new ProcessBuilder(
                        Path.of(javaHome(), "bin", "java").toString(),
                        "-Dingchain.root=" + root,
                        "-cp",
                        cli.resolve("classes").toString(),
                        "ingchain.cli.launch.Archives")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Maven is to run on the Java that runs this, whatever else is installed. */
    private static String javaHome() {
        return System.getProperty("java.home");
    }

    private void show(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("\u001B\\[[0-9;]*m", ""))
                .filter(line -> !line.isBlank() && !SAYS_NOTHING.matcher(line).find())
                .toList();
        lines.stream().limit(SHOWN_LINES).forEach(line -> err.println("    " + line));
    }

    private void say(String key, Object... values) {
        err.println("ingchain: "
                + String.format(ResourceBundle.getBundle("ingchain.cli.texts").getString(key), values));
    }

    /**
     * The Maven command to use.
     *
     * @return null where there is none
     */
    public static String findMaven(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String name = windows ? "mvn.cmd" : "mvn";
        List<String> folders = new ArrayList<>();
        for (String home : List.of("MAVEN_HOME", "M2_HOME")) {
            if (environment.containsKey(home)) {
                folders.add(environment.get(home) + File.separator + "bin");
            }
        }
        folders.addAll(List.of(environment
                .getOrDefault("PATH", environment.getOrDefault("Path", ""))
                .split(File.pathSeparator)));
        return folders.stream()
                .filter(folder -> !folder.isBlank())
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether the kit is built and none of its sources has changed since. The launcher asks the same in shell where it
     * can.
     *
     * @param root the kit's root folder
     */
    public static boolean isFresh(Path root) throws IOException {
        Path stamp = root.resolve(STAMP);
        if (!Files.exists(stamp)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(stamp);
        if (isNewer(root.resolve("pom.xml"), built)) {
            return false;
        }
        for (Path module : modules(root)) {
            Path sources = module.resolve("src/main");
            boolean missing = Files.isDirectory(sources) && !Files.isDirectory(module.resolve("target/classes"));
            if (missing || isNewer(module.resolve("pom.xml"), built) || holdsNewer(sources, built)) {
                return false;
            }
        }
        return true;
    }

    /** What the command is made of: what Maven builds along with kit/cli. */
    private static List<Path> modules(Path root) throws IOException {
        List<Path> modules = new ArrayList<>();
        for (String module : List.of("core", "node", "kit/checkpoint", "kit/cli")) {
            modules.add(root.resolve(module));
        }
        Path solutions = root.resolve("solutions");
        if (Files.isDirectory(solutions)) {
            try (Stream<Path> children = Files.list(solutions)) {
                children.filter(child -> Files.exists(child.resolve("pom.xml"))).forEach(modules::add);
            }
        }
        return modules;
    }

    private static boolean holdsNewer(Path folder, FileTime than) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isNewer(file, than)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isNewer(Path file, FileTime than) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(than) > 0;
    }
}
