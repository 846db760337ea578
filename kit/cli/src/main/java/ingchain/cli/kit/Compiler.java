package ingchain.cli.kit;

import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac, within this process. */
public final class Compiler {
    private static final List<String> OPTIONS =
            List.of("-encoding", "UTF-8", "-g", "-parameters", "-proc:none", "-nowarn", "-Xlint:none");

    /** The Java that the kit is written in. A newer javac is told; for the same, telling only makes it take twice as long. */
    private static final int LANGUAGE = 17;

    private Compiler() {}

    /**
     * Compiles sources into a folder.
     *
     * @param sources the files; none compiles to nothing
     * @param sourcePath where other sources that these use may be found; null for nowhere
     * @param classPath folders and jars
     * @param output an existing folder
     * @return the errors; empty where all compiled
     */
    public static List<CompileError> compile(List<Path> sources, Path sourcePath, List<Path> classPath, Path output)
            throws IOException {
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new Failure(ExitCode.BROKEN, Texts.of("compile.no-compiler"));
        }
        List<String> options = new ArrayList<>(OPTIONS);
        if (Runtime.version().feature() != LANGUAGE) {
            options.addAll(List.of("--release", Integer.toString(LANGUAGE)));
        }
        options.addAll(List.of("-d", output.toString(), "-classpath", ClassPaths.text(classPath)));
        options.addAll(List.of("-sourcepath", sourcePath == null ? "" : sourcePath.toString()));
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            javac.getTask(Writer.nullWriter(), files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Compiler::error)
                .toList();
    }

    private static CompileError error(Diagnostic<? extends JavaFileObject> diagnostic) {
        Path file = diagnostic.getSource() == null
                ? null
                : Path.of(diagnostic.getSource().toUri());
        long line = file == null ? -1 : diagnostic.getLineNumber();
        return new CompileError(file, line, text(file, line), diagnostic.getMessage(Locale.ENGLISH));
    }

    private static String text(Path file, long line) {
        if (line < 1) {
            return "";
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .skip(line - 1)
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
