package ingchain.cli;

import static ingchain.cli.SumKit.SUMS;
import static ingchain.cli.SumKit.undone;
import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a process speaks one language at a time")
@DisplayName("With --lang ko")
class InKoreanTest extends SumKitTest {
    @AfterEach
    void speakAsBefore() {
        Texts.speak(null);
    }

    @Test
    @DisplayName("status, check and help speak Korean, and the command after it does not")
    void speaks() throws IOException {
        kit.run("--lang", "ko", "status");
        assertThat(kit.out()).contains("아직 하지 않음", "3개 과제 중 0개 완료", "작성할 곳");
        kit.edit(SUMS, undone("1.1 add two numbers"), "return a - 1;");
        kit.run("check", "1.1", "--lang=ko");
        assertThat(kit.out()).contains("1.1 add two numbers: 틀림", "다음:");
        kit.run("--lang", "ko", "help", "check");
        assertThat(kit.out()).contains("과제를 검사합니다");
        kit.run("status");
        assertThat(kit.out()).contains("0 of 3 exercises done");
    }

    @Test
    @DisplayName("the hint for a mistake is Korean")
    void cause() throws IOException {
        kit.edit(SUMS, undone("1.1 add two numbers"), "Integer none = null; return none;");
        kit.run("check", "1.1", "--lang", "ko");
        assertThat(kit.out()).contains("null");
        kit.run("hint", "1.1", "--lang", "ko");
        assertThat(kit.out()).contains("마지막 검사에서 찾은 문제");
    }

    @Test
    @DisplayName("chapters and hints are Korean where there are such, and English where there are none")
    void chapters() throws IOException {
        Files.delete(kit.home().root().resolve("docs/ko/step02-squares.md"));
        kit.file("docs/ko/step01-sums.md", "## 1.1 할 일\n\n<details><summary>힌트 1</summary>\n\n더해 보세요.\n\n</details>\n");
        kit.run("--lang", "ko", "hint", "1.1");
        assertThat(kit.out()).contains("더해 보세요.");
        kit.run("--lang", "ko", "hint", "2.1");
        assertThat(kit.out()).contains("Try 2.1.");
        kit.run("--lang", "ko", "status");
        assertThat(kit.out()).contains("docs/ko/step01-sums.md, 1.1절");
    }

    @Test
    @DisplayName("authors are spoken to in English all the same")
    void authors() {
        kit.run("author", "starters", "--lang", "ko");
        assertThat(kit.out()).contains("Every starter is as its solution says");
    }

    @Test
    @DisplayName("a Korean page shows a failure and the matrix in Korean, and an English page in English")
    void bank() throws IOException {
        String blocks = "<!-- from: failure subtracts -->\n<!-- end -->\n\n<!-- from: matrix 1 -->\n<!-- end -->\n";
        kit.file("kit/bank/wrong/1.1.md", """
                        ## subtracts: it subtracts

                        Red: 1.1 wrong expectation, 1.2 wrong

                        `Sums.java`

                        ```diff
                        -return a + b;
                        +return a + b + 2;
                        ```
                        """)
                .file("docs/en/failures.md", "# Failures\n\n" + blocks)
                .file("docs/ko/failures.md", "# 실패\n\n" + blocks);
        assertThat(kit.run("author", "docs")).as(kit.err()).isZero();
        assertThat(kit.read("docs/en/failures.md"))
                .contains("Add gives 1: wrong", "docs/en/step01-sums.md", "| Wrong solution | 1.1 |");
        assertThat(kit.read("docs/ko/failures.md"))
                .contains("Add gives 1: 틀림", "docs/ko/step01-sums.md", "| 틀린 답 | 1.1 |");
        kit.run("author", "docs");
        assertThat(kit.out()).contains("nothing to write");
    }

    @Test
    @DisplayName("another language is refused in a sentence that tells what there is")
    void other() {
        assertThat(kit.run("status", "--lang", "fr")).isEqualTo(2);
        assertThat(kit.err()).contains("\"fr\"", "en, ko");
    }
}
