package ingchain.cli.exercise;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The methods of a Java source and where their bodies are, as javac reads them.
 *
 * @param text the source
 * @param bodies by the class and signature of their methods, such as "PeerServer.bind(String, int)", in order
 */
record MethodBodies(String text, Map<String, Body> bodies) {

    /**
     * A method that has a body.
     *
     * @param member where the method begins, its modifiers included; a place in the text
     * @param first where the body's opening brace is
     * @param end behind the body's closing brace
     */
    record Body(int member, int first, int end) {}

    /** Empty where the text is no correct Java, or there is no compiler. */
    static Optional<MethodBodies> in(String text) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            return Optional.empty();
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                javac.getTask(Writer.nullWriter(), null, found, List.of("-proc:none"), null, List.of(new Source(text)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            boolean broken = found.getDiagnostics().stream()
                    .anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
            if (broken) {
                return Optional.empty();
            }
            Scan scan = new Scan(unit, Trees.instance(task).getSourcePositions());
            scan.scan(unit, null);
            return Optional.of(new MethodBodies(text, scan.bodies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A method with its body and its indentation, as it stands in the text; it must be there. */
    String member(String signature) {
        Body body = bodies.get(signature);
        return text.substring(text.lastIndexOf('\n', body.member()) + 1, body.end());
    }

    /** A body with its braces; null where there is no such method. */
    String body(String signature) {
        Body body = bodies.get(signature);
        return body == null ? null : text.substring(body.first(), body.end());
    }

    private static final class Scan extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Body> bodies = new LinkedHashMap<>();

        Scan(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
                String parameters = method.getParameters().stream()
                        .map(parameter -> parameter.getType().toString())
                        .collect(Collectors.joining(", "));
                int end = (int) positions.getEndPosition(unit, method.getBody());
                bodies.put(
                        type.getSimpleName() + "." + method.getName() + "(" + parameters + ")",
                        new Body(
                                (int) positions.getStartPosition(unit, method),
                                (int) positions.getStartPosition(unit, method.getBody()),
                                end));
            }
            return super.visitMethod(method, none);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
