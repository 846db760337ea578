package ingchain.cli.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportsTest {
    @Test
    @DisplayName("an import that the starter no longer uses is dropped, though a comment or a text still names it")
    void unused() {
        assertThat(fit("""
                package a;

                import java.io.IOException;
                import java.util.List;
                import java.util.Map;
                import java.util.Set;

                // Map is named here, and
                /* Map here, */
                class A { String s = "Map"; char c = '"'; List<String> l; }
                /** Not a reference: Set, and {@code Set}. */
                """)).isEqualTo("""
                package a;

                import java.util.List;

                // Map is named here, and
                /* Map here, */
                class A { String s = "Map"; char c = '"'; List<String> l; }
                /** Not a reference: Set, and {@code Set}. */
                """);
    }

    @Test
    @DisplayName("an import that a Javadoc reference uses is kept")
    void javadoc() {
        String source = """
                import java.io.IOException;
                import java.net.BindException;
                import java.util.List;
                import java.util.Map;

                /**
                 * See {@link List#of} and {@linkplain java.util.Set}.
                 * @see Map
                 * @throws IOException never
                 * @exception BindException never
                 */
                class A {}
                """;
        assertThat(fit(source)).isEqualTo(source);
    }

    @Test
    @DisplayName("names inside a text block do not count, names behind it do")
    void textBlocks() {
        assertThat(fit("""
                import java.util.List;
                import java.util.Map;

                class A {
                    String s = \"""
                        a "List" here
                        \""";
                    Map<String, String> m;
                }
                """)).doesNotContain("java.util.List").contains("java.util.Map");
    }

    @Test
    @DisplayName("static and wildcard imports: a member goes when unused, a wildcard stays")
    void statics() {
        assertThat(fit("""
                package a;

                import static a.B.used;
                import static a.B.unused;

                import a.c.*;

                class A { int x = used(); }
                """)).isEqualTo("""
                package a;

                import static a.B.used;

                import a.c.*;

                class A { int x = used(); }
                """);
    }

    @Test
    @DisplayName("where every import goes, one empty line stays between package and class")
    void allGone() {
        assertThat(fit("package a;\n\nimport java.util.List;\n\nclass A {}\n")).isEqualTo("package a;\n\nclass A {}\n");
    }

    @Test
    @DisplayName("the import of ExerciseNotDone is sorted in, and is not added twice")
    void exerciseNotDone() {
        String sorted = """
                package a;

                import ingchain.block.Block;
                import ingchain.exercise.ExerciseNotDone;
                import java.util.List;

                class A { Block b; List<String> l; ExerciseNotDone e; }
                """;
        assertThat(fit(sorted.replace("import ingchain.exercise.ExerciseNotDone;\n", "")))
                .isEqualTo(sorted);
        assertThat(fit(sorted)).isEqualTo(sorted);
    }

    @Test
    @DisplayName("the import of ExerciseNotDone goes last, or into a group of its own, where the others say so")
    void exerciseNotDoneAlone() {
        assertThat(fit("package a;\n\nclass A { ExerciseNotDone e; }\n"))
                .isEqualTo(
                        "package a;\n\nimport ingchain.exercise.ExerciseNotDone;\n\nclass A { ExerciseNotDone e; }\n");
        assertThat(fit("package a;\n\nimport static b.C.d;\n\nclass A { ExerciseNotDone e = d; }\n"))
                .isEqualTo("package a;\n\nimport static b.C.d;\n\nimport ingchain.exercise.ExerciseNotDone;\n\n"
                        + "class A { ExerciseNotDone e = d; }\n");
        assertThat(fit("package a;\n\nimport com.B;\n\nclass A { ExerciseNotDone e; B b; }\n"))
                .isEqualTo("package a;\n\nimport com.B;\nimport ingchain.exercise.ExerciseNotDone;\n\n"
                        + "class A { ExerciseNotDone e; B b; }\n");
    }

    private static String fit(String source) {
        List<String> lines = source.lines().toList();
        return String.join("\n", Imports.fit(lines)) + "\n";
    }
}
