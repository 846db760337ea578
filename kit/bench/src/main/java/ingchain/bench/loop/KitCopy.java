package ingchain.bench.loop;

import ingchain.bench.node.Launcher;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the whole kit as it is built, in which somebody has done all exercises: nobody's own code is touched. */
final class KitCopy implements AutoCloseable {
    private static final Set<Path> LEFT_OUT = Set.of(Path.of(".git"), Path.of(".ingchain"), Path.of("docs"));
    private static final Pattern MARKER = Pattern.compile("\\s*// ?[<>-].*");

    private final Path root = Files.createTempDirectory("ingchain-kit");

    KitCopy() throws IOException, InterruptedException {
        Path kit = Path.of(Launcher.path()).getParent();
        // The launcher builds the kit where it is not built; that is not to be measured.
        run(List.of(Launcher.path(), "status"));
        Files.walkFileTree(kit, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(kit.relativize(folder))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(root.resolve(kit.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = root.resolve(kit.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path solution : solutions()) {
            solve(solution);
        }
        // The archives of classes know the folder that they were made in.
        List<String> archives = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dingchain.root=" + root,
                "-cp",
                root.resolve("kit/cli/target/classes").toString(),
                "ingchain.cli.launch.Archives");
        run(archives);
    }

    /** Runs a command, whose output nobody needs, to its end. */
    static void run(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", line) + " ended with " + process.exitValue());
        }
    }

    Path root() {
        return root;
    }

    /** The launcher in this copy. */
    String command() {
        return root.resolve(Path.of("ingchain")).toString();
    }

    /** The modules of the reference, in order. */
    List<Path> solutions() throws IOException {
        try (Stream<Path> steps = Files.list(root.resolve("solutions"))) {
            return steps.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Puts the solution in the student's place, without its marks. */
    private void solve(Path solution) throws IOException {
        Path sources = solution.resolve("src/main/java");
        Path step = root.resolve(solution.getFileName()).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> !MARKER.matcher(line).matches())
                        .toList();
                Files.write(step.resolve(sources.relativize(file).toString()), lines);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.delete(file);
            }
        }
    }
}
