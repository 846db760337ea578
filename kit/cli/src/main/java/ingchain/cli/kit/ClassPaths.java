package ingchain.cli.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths of what the command compiles and starts. Steps come as folders of classes, in the order given. */
public final class ClassPaths {
    /** Jars that only a node needs. Leaving one out of this list costs checkpoints time, nothing else. */
    private static final List<String> NODE_ONLY =
            List.of("javalin", "jetty-", "kotlin-", "jakarta.", "asm", "picocli", "jline", "java-diff-utils", "h2");
    /** Jars that only the command's own book needs. */
    private static final List<String> BOOK_ONLY = List.of("commonmark", "mermaid", "highlightjs");
    /** Jars that only checkpoints need. */
    private static final List<String> CHECKPOINTS_ONLY = List.of(
            "junit-",
            "assertj-",
            "byte-buddy",
            "awaitility",
            "hamcrest",
            "opentest4j",
            "apiguardian",
            "testcontainers",
            "docker-java",
            "jna",
            "duct-tape",
            "commons-compress",
            "commons-io",
            "commons-lang3");

    /** Jars of the command, in the order in which the launcher names them. */
    private static final List<String> COMMAND = List.of(
            "picocli",
            "gson",
            "java-diff-utils",
            "jline-terminal",
            "jline-terminal-jni",
            "jline-native",
            "commonmark",
            "commonmark-ext-gfm-tables",
            "commonmark-ext-heading-anchor");

    private final Home home;

    /** Of the kit in this folder, which must be built. */
    public ClassPaths(Home home) {
        this.home = home;
    }

    /** What a step's main code sees: core, Gson, commons-codec and the earlier steps. */
    public List<Path> ofStep(List<Path> earlierSteps) {
        List<Path> path = new ArrayList<>(earlierSteps);
        path.add(core());
        path.add(library("gson"));
        path.add(library("commons-codec"));
        return path;
    }

    /** What a step's program runs on. */
    public List<Path> ofProgram(List<Path> steps) {
        List<Path> path = ofStep(steps);
        path.add(library("bcprov-jdk18on"));
        path.add(commandClasses());
        return path;
    }

    /** What checkpoints are compiled with: the steps, core, and what tests are made of. */
    public List<Path> ofCheckpoints(List<Path> steps) {
        List<Path> path = new ArrayList<>(steps);
        path.addAll(ofWorker());
        return path;
    }

    /** What checkpoints run on, before any step is known. The libraries come first, as in the archive of classes. */
    public List<Path> ofWorker() {
        List<Path> path = new ArrayList<>(librariesWithout(NODE_ONLY));
        path.add(core());
        path.add(checkpointClasses());
        return path;
    }

    /** What the command itself runs on, as the launcher names it. The libraries come first, as in the archive. */
    public List<Path> ofCommand() {
        List<Path> path = new ArrayList<>();
        COMMAND.forEach(name -> path.add(library(name)));
        path.add(commandClasses());
        return path;
    }

    /** What the full node runs on. */
    public List<Path> ofNode(List<Path> steps) {
        List<Path> path = new ArrayList<>(steps);
        path.add(home.root().resolve("node/target/classes"));
        path.add(core());
        path.addAll(librariesWithout(CHECKPOINTS_ONLY));
        path.add(commandClasses());
        return path;
    }

    /** The class path as the java command takes it. */
    public static String text(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiled core. */
    public Path core() {
        return home.root().resolve("core/target/classes");
    }

    /** Compiled kit/checkpoint. */
    public Path checkpointClasses() {
        return home.root().resolve("kit/checkpoint/target/classes");
    }

    /** The compiled command itself. */
    public Path commandClasses() {
        return home.root().resolve("kit/cli/target/classes");
    }

    /** The jar of this name, without its version, whether it is there or not. */
    public Path library(String name) {
        return libraries().resolve(name + ".jar");
    }

    private Path libraries() {
        return home.root().resolve("kit/cli/target/lib");
    }

    private List<Path> librariesWithout(List<String> prefixes) {
        try (Stream<Path> jars = Files.list(libraries())) {
            return jars.filter(jar -> Stream.concat(prefixes.stream(), BOOK_ONLY.stream())
                            .noneMatch(prefix -> jar.getFileName().toString().startsWith(prefix)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
