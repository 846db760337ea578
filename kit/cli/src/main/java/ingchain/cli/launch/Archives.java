package ingchain.cli.launch;

import ingchain.cli.kit.Archive;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the archives of classes that let the command and its workers start fast. It checks an exercise once and has the
 * JVMs list what they load; then the classes of the JDK and of the libraries are archived. Those of the kit itself are
 * not, because an archive takes nothing from folders.
 */
public final class Archives {
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
        for (String name : List.of("command", "worker")) {
            Files.deleteIfExists(Archive.file(home, name));
            Files.deleteIfExists(Archive.classList(home, name));
        }
        train("check", "1.1", "--solution");
        Process command = dump("command", classPaths.ofCommand());
        Process worker = dump("worker", classPaths.ofWorker());
        command.waitFor();
        worker.waitFor();
    }

    private void train(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Java.command(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:DumpLoadedClassList=" + Archive.classList(home, "command"),
                "-D" + Archive.TRAINING + "=true",
                "-Dingchain.root=" + home.root(),
                "-cp",
                ClassPaths.text(classPaths.ofCommand()),
                "ingchain.cli.Main"));
        line.addAll(List.of(words));
        quietly(line).waitFor();
    }

    private Process dump(String name, List<Path> classPath) throws IOException {
        List<Path> jars = classPath.stream()
                .filter(path -> path.toString().endsWith(".jar"))
                .toList();
        return quietly(List.of(
                Java.command(),
                "-Xshare:dump",
                "-XX:+UseSerialGC",
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
