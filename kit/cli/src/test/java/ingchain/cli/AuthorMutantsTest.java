package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Judges reports as PIT writes them; that PIT writes them is seen when an author runs the command. */
@Isolated("pages are written in one language after the other")
class AuthorMutantsTest extends SumKitTest {
    private static final String REASONS = "kit/bank/survivors.md";
    private static final String REASON = """
            # Survivors

            ## 1.1 Sums.java: replaced integer addition with subtraction

            ```java
            return a + b;
            ```

            Nobody ever adds
            more than nothing.
            """;

    @BeforeEach
    void reportOfStepTwo() throws IOException {
        kit.file("solutions/step02-squares/target/pit-reports/mutations.xml", report("Squares", "squares", """
                <mutation status='KILLED'>%s<lineNumber>11</lineNumber><description>d</description></mutation>
                """));
    }

    @Test
    @DisplayName("where all mutants are killed, it ends with 0 and tells how many each exercise had")
    void allKilled() throws IOException {
        stepOne("KILLED", 40);
        assertThat(judge()).as(kit.out() + kit.err()).isZero();
        assertThat(kit.out())
                .containsPattern("1.1 add two numbers +41 of +41 killed")
                .containsPattern("1.2 double a number +0 of +0 killed")
                .containsPattern("2.1 square a number +1 of +1 killed")
                .contains("42 of 42 mutants killed, 100.0 %; 0 problems");
    }

    @Test
    @DisplayName("mutants outside of the regions are no student's, and those that the JVM refuses are none")
    void outside() throws IOException {
        kit.file("solutions/step01-sums/target/pit-reports/mutations.xml", report("Sums", "sums", """
                <mutation status='SURVIVED'>%1$s<lineNumber>4</lineNumber><description>d</description></mutation>
                <mutation status='NON_VIABLE'>%1$s<lineNumber>8</lineNumber><description>d</description></mutation>
                <mutation status='TIMED_OUT'>%1$s<lineNumber>8</lineNumber><description>d</description></mutation>
                """));
        assertThat(judge()).as(kit.out()).isZero();
        assertThat(kit.out()).contains("2 of 2 mutants killed");
    }

    @Test
    @DisplayName("a survivor without a reason is a problem that tells the line: exit code 1")
    void unexplained() throws IOException {
        stepOne("SURVIVED", 40);
        assertThat(judge()).isEqualTo(1);
        assertThat(kit.out())
                .contains("✗ 1.1 Sums.java:8, replaced integer addition with subtraction in “return a + b;”")
                .contains("41 of 42 mutants killed, 97.6 %; 1 problems");
    }

    @Test
    @DisplayName("a survivor with a reason is told with it, and is no problem")
    void explained() throws IOException {
        stepOne("NO_COVERAGE", 40);
        kit.file(REASONS, REASON);
        assertThat(judge()).as(kit.out()).isZero();
        assertThat(kit.out()).contains("survives: Nobody ever adds more than nothing.");
    }

    @Test
    @DisplayName("a reason whose mutant is killed by now, or is not there any more, is a problem: exit code 1")
    void stale() throws IOException {
        stepOne("KILLED", 40);
        kit.file(REASONS, REASON);
        assertThat(judge()).isEqualTo(1);
        assertThat(kit.out()).contains("✗ kit/bank/survivors.md:3: there is no such survivor any more");
        kit.edit(REASONS, "1.1", "2.1");
        assertThat(kit.run("author", "mutants", "--last", "1")).as(kit.out()).isZero();
    }

    @Test
    @DisplayName("two survivors that are alike need two reasons")
    void alike() throws IOException {
        stepOne("SURVIVED", 40);
        String report = "solutions/step01-sums/target/pit-reports/mutations.xml";
        String text = kit.read(report);
        String mutation = text.substring(text.indexOf("<mutation status='SURVIVED'"), text.indexOf("</mutation>") + 11);
        kit.file(report, text.replace(mutation, mutation + mutation)).file(REASONS, REASON);
        assertThat(judge()).isEqualTo(1);
        kit.file(REASONS, REASON + "\n" + REASON.substring(REASON.indexOf("## ")));
        assertThat(judge()).as(kit.out()).isZero();
    }

    @Test
    @DisplayName("fewer than 95 in 100 killed are too few, whatever the reasons: exit code 1")
    void tooFew() throws IOException {
        stepOne("SURVIVED", 10);
        kit.file(REASONS, REASON);
        assertThat(judge()).isEqualTo(1);
        assertThat(kit.out()).contains("11 of 12 mutants killed, 91.7 %, and it takes 95 %; 0 problems");
    }

    @Test
    @DisplayName("a reason that cannot be understood, and a missing report, are told in a sentence")
    void mistakes() throws IOException {
        assertThat(judge()).isEqualTo(1);
        assertThat(kit.err()).contains("there is no solutions/step01-sums/target/pit-reports/mutations.xml");
        stepOne("KILLED", 1);
        kit.file(REASONS, REASON.replace("```java", "```"));
        assertThat(judge()).isEqualTo(1);
        assertThat(kit.err()).contains("kit/bank/survivors.md:3: a survivor is a heading");
    }

    @Test
    @DisplayName(
            "the figures of all steps are kept, and stand on a page in its language; those of one step are not kept")
    void figures() throws IOException {
        stepOne("KILLED", 40);
        kit.run("author", "mutants", "--last", "1");
        kit.file(
                "docs/en/proof.md",
                "# Proof\n\n<!-- from: mutants -->\n<!-- end -->\n<!-- from: in-short -->\n<!-- end -->\n");
        assertThat(kit.run("author", "docs")).isEqualTo(1);
        assertThat(kit.err())
                .contains("there is no kit/bank/mutants.md", "run ./ingchain author mutants for all steps");

        judge();
        kit.file("docs/ko/proof.md", "# 증명\n\n<!-- from: mutants -->\n<!-- end -->\n");
        assertThat(kit.run("author", "docs")).as(kit.err()).isZero();
        assertThat(kit.read("docs/en/proof.md"))
                .contains("What it said on " + LocalDate.now().getYear(), "| Exercise | Mutants | Killed |")
                .contains("| 1.1 add two numbers | 41 | 41 |", "| **All** | **42** | **42 (100.0 %)** |")
                .contains("of 42 small changes to the solutions, 42 are noticed");
        assertThat(kit.read("docs/ko/proof.md")).contains("| 과제 | 돌연변이 | 잡힌 것 |", "| **모두** | **42** |");
    }

    @Test
    @DisplayName(
            "check is red where another number survived than reasons are given for, and where an exercise has no figures")
    void figuresThatDrift() throws IOException {
        stepOne("SURVIVED", 40);
        kit.file(REASONS, REASON);
        judge();
        kit.file(REASONS, "").file("docs/en/proof.md", "<!-- from: mutants -->\n<!-- end -->\n");
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out())
                .contains(
                        "kit/bank/mutants.md says that 1 mutants of 1.1 survive, and kit/bank/survivors.md gives reasons for 0")
                .contains("docs/en/proof.md:2 is not as it would be written today");
        kit.edit("kit/bank/mutants.md", "| 1.2 | 0 | 0 |\n", "");
        assertThat(kit.run("author", "docs")).isEqualTo(1);
        assertThat(kit.err()).contains("1.2 was not there when the mutants were last tried");
    }

    private int judge() {
        return kit.run("author", "mutants", "--last");
    }

    /** One mutant of its own status in exercise 1.1, and others that were killed. */
    private void stepOne(String status, int killed) throws IOException {
        String change = "<description>replaced integer addition with subtraction</description>";
        String mutations = "<mutation status='" + status + "'>%1$s<lineNumber>8</lineNumber>" + change + "</mutation>"
                + ("<mutation status='KILLED'>%1$s<lineNumber>8</lineNumber><description>d</description></mutation>")
                        .repeat(killed);
        kit.file("solutions/step01-sums/target/pit-reports/mutations.xml", report("Sums", "sums", mutations));
    }

    private static String report(String type, String name, String mutations) {
        String place = "<sourceFile>" + type + ".java</sourceFile><mutatedClass>ingchain." + name + "." + type
                + "</mutatedClass>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><mutations>" + mutations.formatted(place) + "</mutations>";
    }
}
