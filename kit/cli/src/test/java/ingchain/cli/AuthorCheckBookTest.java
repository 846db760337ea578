package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("author check on the book")
class AuthorCheckBookTest extends SumKitTest {
    private static final String EN = "docs/en/step01-sums.md";
    private static final String KO = "docs/ko/step01-sums.md";

    /** One step is enough, and takes half the time. */
    @BeforeEach
    void oneStep() throws IOException {
        kit.without("step02-squares");
        for (String language : new String[] {"en", "ko"}) {
            Files.delete(kit.home().root().resolve("docs/" + language + "/step02-squares.md"));
            kit.edit("docs/" + language + "/README.md", "- [Squares](step02-squares.md)\n", "");
        }
        kit.file(
                "pom.xml",
                "<modules><module>step01-sums</module></modules><profile><!-- why --><id>checkpoints</id></profile>");
        kit.file("step01-sums/pom.xml", "<profile><id>of-the-module</id></profile>");
    }

    @Test
    @DisplayName("is green where links lead somewhere, languages agree and commands would run")
    void green() throws IOException {
        both("Do it.", "해 보세요.", """
                # Sums

                [next](#12-what-to-do) [한국어](../ko/step01-sums.md#12-할-일) [front](../../step01-sums/README.md)
                [code](../../solutions/step01-sums/src/main/java/ingchain/sums/Sums.java) [out](https://example.org/nowhere)
                <a name="here"></a> [here](#here) `./ingchain check 1.2` `./ingchain`, `java.lang.Math`

                ```
                $ ./ingchain status            how far you are
                $ ./ingchain run 1 --node 1 | cat
                $ mvn -q -Pcheckpoints -pl step01-sums -am test
                $ mvn -Pof-the-module -pl step01-sums test
                $ java -cp "core/target/classes:kit/cli/target/lib/*" ingchain.sums.Sums --any
                $ nc 127.0.0.1 8555 < docs/en/README.md      (in a second terminal)
                ```

                <!-- from: code docs/given.jsh#given -->
                ```java
                int a = 1;
                ```
                <!-- end -->
                """);
        kit.edit(KO, "#12-what-to-do", "#12-할-일").file("docs/given.jsh", "//> given\nint a = 1;\n//< given\n");
        kit.edit("step01-sums/README.md", "# step", "[up](../docs/en/README.md)\n\n# step");
        assertThat(kit.run("author", "check", "--quick"))
                .as(kit.out() + kit.err())
                .isZero();
        assertThat(kit.out()).contains("Nothing was run");
    }

    @Test
    @DisplayName("is red where a link or an anchor leads nowhere, on a page as in a step's README")
    void links() throws IOException {
        kit.edit(EN, "Do it.", "[a](gone.md) [b](step01-sums.md#gone) [c](#12-what-to-do) <a href=\"../gone.md\">d</a>")
                .edit(EN, "## 1.2", "[out of the kit](../../../etc/hosts)\n\n## 1.2")
                .edit("step01-sums/README.md", "# step", "[front](../README.md)\n\n# step");
        red();
        assertThat(kit.out())
                .contains(EN + ":3: the link to gone.md leads to no file")
                .contains(EN + ":3: the page that step01-sums.md#gone leads to has no such heading")
                .contains(EN + ":3: the link to ../gone.md leads to no file")
                .contains("the link to ../../../etc/hosts leads to no file of the kit")
                .contains("step01-sums/README.md:1: the link to ../README.md leads to no file")
                .doesNotContain("#12-what-to-do");
    }

    @Test
    @DisplayName("is red where a language lacks a page or the contents a page")
    void pages() throws IOException {
        kit.file("docs/en/extra.md", "# Extra\n").file("docs/ko/korea.md", "# 한국\n");
        red();
        assertThat(kit.out())
                .contains("docs/ko/extra.md is missing")
                .contains("docs/en/korea.md is missing")
                .contains("docs/en/extra.md is not in docs/en/README.md")
                .contains("docs/ko/korea.md is not in docs/ko/README.md");
    }

    @Test
    @DisplayName("is red where a chapter is missing in one language, and where its step does not lead to it")
    void chapters() throws IOException {
        Files.delete(kit.home().root().resolve(KO));
        kit.edit("step01-sums/README.md", "[한국어](../docs/ko/step01-sums.md)", "");
        red();
        assertThat(kit.out())
                .contains(KO + " is missing")
                .contains("1.1 has no section: " + KO + " has no heading")
                .contains("step01-sums/README.md has no link to " + KO);
        Files.delete(kit.home().root().resolve("step01-sums/README.md"));
        red();
        assertThat(kit.out()).contains("step01-sums/README.md is missing: it tells");
    }

    @Test
    @DisplayName("is red where an exercise has no section, no hint or fewer hints in Korean")
    void sections() throws IOException {
        kit.edit(KO, "## 1.1 ", "## ");
        red();
        assertThat(kit.out()).contains("1.1 has no section: " + KO + " has no heading");
        kit.edit(KO, "## 할 일", "## 1.1 할 일").edit(KO, "힌트 2", "도움 2");
        red();
        assertThat(kit.out())
                .contains("1.1 has not as many hints in one language as in the other ([1, 2])")
                .doesNotContain("has no hint");
        kit.edit(KO, "힌트 1", "도움 1");
        red();
        assertThat(kit.out()).contains("1.1 has no hint in " + KO);
    }

    @Test
    @DisplayName("is red where a page shows a block that its twin does not, and where a block is not as its source")
    void blocks() throws IOException {
        String block = "\n<!-- from: code docs/given.jsh#given -->\n```java\nint a = 1;\n```\n<!-- end -->\n";
        kit.file("docs/given.jsh", "//> given\nint a = 2;\n//< given\n").file(EN, kit.read(EN) + block);
        red();
        assertThat(kit.out())
                .contains(KO + " lacks the block “from: code docs/given.jsh#given”, which " + EN + " has")
                .containsPattern(EN + ":\\d+ is not as it would be written today");
    }

    @Test
    @DisplayName("leaves what takes a run as it is where it has to be quick, and else is red where that is out of date")
    void quick() throws IOException {
        String block = "\n<!-- from: output java -version -->\n```\nof yesterday\n```\n<!-- end -->\n";
        kit.file(EN, kit.read(EN) + block).file(KO, kit.read(KO) + block);
        assertThat(kit.run("author", "check", "--quick")).as(kit.out()).isZero();
        assertThat(kit.run("author", "check")).isEqualTo(1);
        assertThat(kit.out()).containsPattern(EN + ":\\d+ is not as it would be written today");
    }

    @Test
    @DisplayName("is red where a command names an option, exercise, step, entry or command that there is not")
    void commands() throws IOException {
        kit.edit(EN, "Do it.", """
                ```
                $ ./ingchain check 1.7
                $ ./ingchain check --quick
                $ ./ingchain run 8
                $ ./ingchain dance             to some music
                $ ./ingchain help dance
                $ ./ingchain author matrix nobody
                $ ./ingchain run
                ```

                And `./ingchain hint 1.9`, too.
                """);
        red();
        assertThat(kit.out())
                .contains(EN + ":4: “./ingchain check 1.7” does not run", "\"1.7\" is neither a step nor an exercise")
                .contains("there is no option \"--quick\"")
                .contains("“./ingchain run 8” does not run")
                .contains(EN + ":7: “./ingchain dance” does not run")
                .contains("“./ingchain help dance” does not run")
                .contains("there is no entry \"nobody\"")
                .contains(EN + ":10: “./ingchain run” does not run")
                .contains("there is no exercise \"1.9\"");
    }

    @Test
    @DisplayName("is red where a command of Maven, Java, Node.js or a shell names what is not there")
    void otherCommands() throws IOException {
        kit.edit(EN, "Do it.", """
                ```
                $ mvn -Pgone test
                $ mvn -pl gone -am test
                $ mvn dance
                $ java -cp core/target/classes:gone/target/classes ingchain.sums.Sums
                $ java -cp core/target/classes ingchain.sums.Gone
                $ java docs/Gone.java
                $ java -jar gone/target/gone.jar
                $ node docs/gone.mjs
                $ nc 127.0.0.1 8555 < docs/en/gone.json
                ```
                """);
        red();
        assertThat(kit.out())
                .contains("no profile gone", "no module gone", "no phase dance")
                .contains("there is no gone/target/classes", "no module has a class ingchain.sums.Gone")
                .contains("there is no docs/Gone.java", "there is no gone/target/gone.jar")
                .contains("there is no docs/gone.mjs", "there is no docs/en/gone.json");
    }

    private void red() {
        assertThat(kit.run("author", "check", "--quick"))
                .as(kit.out() + kit.err())
                .isEqualTo(1);
    }

    private void both(String english, String korean, String text) throws IOException {
        kit.edit(EN, "## 1.1 What to do\n\n" + english, text + "\n## 1.1 What to do\n\n" + english)
                .edit(KO, "## 1.1 할 일\n\n" + korean, text + "\n## 1.1 할 일\n\n" + korean);
    }
}
