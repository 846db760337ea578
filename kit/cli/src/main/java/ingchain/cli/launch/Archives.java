package ingchain.cli.launch;

import ingchain.cli.kit.Archive;
import ingchain.cli.kit.ClassFolders;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Makes the archives of classes that let the command, its workers and a node start fast. It checks an exercise and starts
 * a node once, and has the JVMs list what they load; then the classes of the JDK and of the libraries are archived. Those
 * of the kit itself are not, because an archive takes nothing from folders.
 */
public final class Archives {
    /** The collector of short commands. An archive can hold more where it is made with the one that it is used with. */
    private static final String SERIAL = "-XX:+UseSerialGC";

    private final Home home;
    private final ClassPaths classPaths;

    private Archives(Home home) {
        this.home = home;
        this.classPaths = new ClassPaths(home);
    }

    /** Whatever goes wrong here costs time later, and nothing else. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new Archives(Home.ofProcess()).make();
    }

    private void make() throws IOException, InterruptedException {
        for (String name : List.of("command", "worker", "node")) {
            Files.deleteIfExists(Archive.file(home, name));
            Files.deleteIfExists(Archive.classList(home, name));
        }
        trainOnCheck("check", "1.1", "--solution");
        Process command = dump("command", SERIAL, jars(classPaths.ofCommand()));
        Process worker = dump("worker", SERIAL, jars(classPaths.ofWorker()));
        Path libraries = home.root().resolve("kit/cli/target/node.jar");
        name(jars(classPaths.ofNode(List.of())), libraries);
        trainOnNode(libraries);
        Process node = dump("node", "-XX:+UseG1GC", List.of(libraries));
        command.waitFor();
        worker.waitFor();
        node.waitFor();
    }

    private void trainOnCheck(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Java.command(),
                "-XX:TieredStopAtLevel=1",
                SERIAL,
                "-XX:DumpLoadedClassList=" + Archive.classList(home, "command"),
                "-D" + Archive.TRAINING + "=true",
                "-Dingchain.root=" + home.root(),
                "-cp",
                ClassPaths.text(classPaths.ofCommand()),
                "ingchain.cli.Main"));
        line.addAll(List.of(words));
        quietly(line).waitFor();
    }

    /**
     * Makes a jar that holds nothing and names all that a node needs, so that the launcher needs no more than that.
     *
     * @param libraries below the jar's own folder, so that the kit can be moved to another place
     */
    static void name(List<Path> libraries, Path jar) throws IOException {
        String names = libraries.stream()
                .map(library ->
                        jar.getParent().toUri().relativize(library.toUri()).toString())
                .collect(Collectors.joining(" "));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, names);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /** Starts a node and ends it once it is ready. */
    private void trainOnNode(Path libraries) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("ingchain-training");
        try {
            Process node = new ProcessBuilder(
                            Java.command(),
                            "-XX:DumpLoadedClassList=" + Archive.classList(home, "node"),
                            "-Dingchain.root=" + home.root(),
                            "-cp",
                            ClassPaths.text(List.of(libraries, classPaths.commandClasses())),
                            "ingchain.cli.Main",
                            "node",
                            "--port",
                            "0",
                            "--http",
                            "0",
                            "--mine",
                            "1",
                            "--data",
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            node.inputReader().readLine();
            node.destroy();
            node.waitFor();
        } finally {
            ClassFolders.delete(data);
        }
    }

    private static List<Path> jars(List<Path> classPath) {
        return classPath.stream()
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
    }

    private Process dump(String name, String collector, List<Path> jars) throws IOException {
        return quietly(List.of(
                Java.command(),
                "-Xshare:dump",
                collector,
                "-XX:SharedClassListFile=" + Archive.classList(home, name),
                "-XX:SharedArchiveFile=" + Archive.file(home, name),
                "-cp",
                ClassPaths.text(jars)));
    }

    private static Process quietly(List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
