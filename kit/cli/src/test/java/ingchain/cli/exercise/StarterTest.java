package ingchain.cli.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StarterTest {
    @Test
    @DisplayName("a region becomes a throw of ExerciseNotDone with its number and title, at the marker's indentation")
    void defaultReplacement() throws MarkerMistake {
        assertThat(starter("""
                class A {
                    void a() {
                        // TODO 1.2: a thread for each
                        //> 1.2 accept each peer on a thread of its own
                        int x = 1;
                        use(x);
                        //< 1.2
                    }
                }
                """)).isEqualTo("""
                import ingchain.exercise.ExerciseNotDone;

                class A {
                    void a() {
                        // TODO 1.2: a thread for each
                        throw new ExerciseNotDone("1.2 accept each peer on a thread of its own");
                    }
                }
                """);
    }

    @Test
    @DisplayName("lines that start with //- replace the region uncommented, and a lone //- stands for nothing")
    void ownReplacement() throws MarkerMistake {
        assertThat(starter("""
                class A {
                    //> 1.2
                    //-
                    private int x;
                    //< 1.2

                    int a() {
                        //> 1.2 count
                        //- if (true) {
                        //-     return 0;
                        //- }
                        //-
                        return x;
                        //< 1.2
                    }
                }
                """)).isEqualTo("""
                class A {
                    int a() {
                        if (true) {
                            return 0;
                        }
                    }
                }
                """);
    }

    @Test
    @DisplayName("a region that vanishes takes the empty line behind it with it, and that before a closing brace")
    void vanishedRegions() throws MarkerMistake {
        assertThat(starter("""
                class A {
                    private int a;

                    //> 1.2
                    //-
                    private int x;
                    //< 1.2

                    private int b;

                    //> 1.3
                    //-
                    private void more() {}
                    //< 1.3
                }
                """)).isEqualTo("""
                class A {
                    private int a;

                    private int b;
                }
                """);
    }

    @Test
    @DisplayName("markers with the space that a formatter puts behind the slashes mean the same")
    void formattedMarkers() throws MarkerMistake {
        assertThat(starter("""
                class A {
                    //> 1.1 bind
                    //- int y;
                    int x;
                    //< 1.1
                }
                """)).isEqualTo("""
                class A {
                    int y;
                }
                """);
    }

    @Test
    @DisplayName("a solved region keeps its lines and loses markers and starter lines")
    void solvedRegions() throws MarkerMistake {
        MarkedSource source = MarkedSource.parse("A.java", """
                class A {
                    //> 1.1 one
                    //- int zero;
                    int one;
                    //< 1.1
                    //> 1.2 two
                    //- int nil;
                    int two;
                    //< 1.2
                }
                """);
        assertThat(Starter.of(source, number -> number.index() == 1)).isEqualTo("""
                class A {
                    int one;
                    int nil;
                }
                """);
    }

    @Test
    @DisplayName("a snippet keeps its lines, in a file with exercises and in one without, and inside an exercise too")
    void snippets() throws MarkerMistake {
        assertThat(starter("""
                class A {
                    //> the-loop
                    int given;
                    //> 1.1 one
                    //> inner
                    int one;
                    //< inner
                    //< 1.1
                    //< the-loop
                }
                """))
                .contains("int given;", "throw new ExerciseNotDone(\"1.1 one\")")
                .doesNotContain("//", "int one");
        assertThat(starter("""
                import java.util.List;

                //> whole
                class B {}
                //< whole
                """)).isEqualTo("""
                import java.util.List;

                class B {}
                """);
    }

    @Test
    @DisplayName("quotes in a title are escaped in the starter")
    void quotes() throws MarkerMistake {
        assertThat(starter("""
                //> 1.1 say "no" to \\
                x
                //< 1.1
                """)).contains("throw new ExerciseNotDone(\"1.1 say \\\"no\\\" to \\\\\");");
    }

    private static String starter(String solution) throws MarkerMistake {
        return Starter.of(MarkedSource.parse("A.java", solution));
    }
}
