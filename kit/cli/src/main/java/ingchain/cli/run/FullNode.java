package ingchain.cli.run;

import ingchain.cli.check.Checker;
import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import ingchain.cli.kit.StepCode;
import ingchain.cli.kit.StepCompiler;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The full node of the module node, found on a class path and never imported. */
public final class FullNode {
    /** Its main class. */
    public static final String MAIN = "ingchain.node.NodeProgram";

    /** The node tells the first thing that it does not understand. Where that is this, it understands the rest. */
    private static final String NO_OPTION = "--no-such-option";

    private final List<Path> classPath;

    /**
     * @param classPath the steps that it runs on, its own classes and its libraries
     * @throws Failure where this kit has no node
     */
    public FullNode(Home home, List<Path> classPath) {
        this.classPath = classPath;
        if (!Files.exists(home.root().resolve("node/target/classes").resolve(MAIN.replace('.', '/') + ".class"))) {
            throw new Failure(ExitCode.BROKEN, Texts.of("node.missing"));
        }
    }

    /** On the reference for every step. */
    public static FullNode onReference(Home home) {
        return on(home, new Checker(home).references(Integer.MAX_VALUE));
    }

    /** On these steps. */
    public static FullNode on(Home home, List<StepCode> steps) {
        return new FullNode(home, new ClassPaths(home).ofNode(StepCompiler.classesOf(steps)));
    }

    /**
     * Runs it in this process, with a class loader of its own, and returns when its main method does; its threads go
     * on. Libraries that are on the class path of this process are taken from there: some have been read already, and the
     * others are in the archive that the launcher names.
     *
     * @param options what it is started with
     */
    public void runHere(List<String> options) throws ReflectiveOperationException, MalformedURLException {
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        ClassLoader loader = new URLClassLoader("node", urls, FullNode.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        Class.forName(MAIN, true, loader).getMethod("main", String[].class).invoke(null, (Object)
                options.toArray(String[]::new));
    }

    /** What it says against options that it does not understand; empty where it would start with them. */
    public Optional<String> misunderstanding(List<String> options) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Java.command(), "-XX:TieredStopAtLevel=1", "-cp", ClassPaths.text(classPath), MAIN));
        line.addAll(options);
        line.add(NO_OPTION);
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean refused = process.waitFor() == ExitCode.USAGE;
        return refused && !said.contains(NO_OPTION) ? Optional.of(said.strip()) : Optional.empty();
    }

    /** Starts it in a process of its own. */
    ChildProcess start(List<String> options, java.util.function.Consumer<String> lines) throws IOException {
        return new ChildProcess(classPath, MAIN, options, lines);
    }
}
