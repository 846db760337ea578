import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/**
 * Plays a part of a jshell session and prints it as a reader sees it who types it, so that the sessions in the docs are
 * true: {@code java docs/experiments/Session.java docs/experiments/core.jsh work}. A part begins with a line "//> name";
 * the parts before it are played without a word, because it may stand on them.
 */
public final class Session {
    private static final String PART = "//> ";
    private static final String END = "//< ";
    private static final String LIBRARIES = "kit/cli/target/lib";
    private static final List<String> CLASSES =
            List.of("core/target/classes", "solutions/step04-longest-chain/target/classes");

    /** What jshell imports by itself. */
    private static final List<String> IMPORTED = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private final JShell shell;
    private int snippets;
    private boolean shown;

    private Session() {
        shell = JShell.builder()
                .out(new PrintStream(new OutputStream() {
                    @Override
                    public void write(int b) {
                        if (shown) {
                            System.out.write(b);
                        }
                    }
                }))
                .tempVariableNameGenerator(() -> "$" + (snippets + 1)) // jshell counts every snippet, not results only
                .build();
        IMPORTED.forEach(names -> shell.eval("import " + names + ";"));
    }

    /** @param args a session file and the name of a part of it; started in the kit's folder, with the kit built */
    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        if (!lines.contains(PART + args[1])) {
            System.err.println(args[0] + " has no part " + args[1]);
            System.exit(2);
        }
        Session session = new Session();
        try (session.shell;
                Stream<Path> libraries = Files.list(Path.of(LIBRARIES))) {
            CLASSES.forEach(session.shell::addToClasspath);
            libraries.forEach(library -> session.shell.addToClasspath(library.toString()));
            session.play(lines, args[1]);
        }
    }

    private void play(List<String> lines, String part) {
        StringBuilder snippet = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith(PART)) {
                if (shown) {
                    return;
                }
                shown = line.equals(PART + part);
            } else if (!line.isBlank() && !line.startsWith(END)) {
                if (shown) {
                    System.out.println((snippet.length() == 0 ? "jshell> " : "   ...> ") + line);
                }
                snippet.append(line).append('\n');
                CompletionInfo found = shell.sourceCodeAnalysis().analyzeCompletion(snippet.toString());
                if (found.completeness().isComplete()) {
                    shell.eval(found.source()).forEach(this::show);
                    snippet.setLength(0);
                }
            }
        }
    }

    private void show(SnippetEvent event) {
        snippets++;
        if (event.status() == Snippet.Status.REJECTED) {
            throw new IllegalStateException("jshell does not understand: " + event.snippet().source());
        }
        if (!shown) {
            return;
        }
        if (event.exception() instanceof EvalException thrown) {
            String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
            System.out.println("|  Exception " + thrown.getExceptionClassName() + message);
        } else if (event.snippet() instanceof VarSnippet variable) {
            boolean isNew = variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
            System.out.println(variable.name() + " ==> " + shortened(event.value(), isNew ? 80 : 1000));
        } else if (event.snippet() instanceof ExpressionSnippet expression) {
            boolean isChange = expression.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND;
            System.out.println(expression.name() + " ==> " + shortened(event.value(), isChange ? 80 : 1000));
        } else if (event.snippet() instanceof MethodSnippet method) {
            System.out.println("|  created method " + method.name() + "(" + method.parameterTypes() + ")");
        }
        System.out.flush();
    }

    /** As jshell does it. */
    private static String shortened(String value, int most) {
        if (value.length() <= most) {
            return value;
        }
        int end = most / 3;
        return value.substring(0, most - 5 - end) + " ... " + value.substring(value.length() - end);
    }
}
