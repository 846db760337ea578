package ingchain.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs")
class DocsCommandTest extends SumKitTest {
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeABook() throws IOException {
        kit.file("docs/en/README.md", """
                        # The book

                        In Korean: [contents](../ko/README.md).

                        ## Steps

                        - [Sums](step01-sums.md), [one exercise](step01-sums.md#12-what-to-do)
                        - [Squares](step02-squares.md)
                        - [Bench](../bench.md)
                        """)
                .file("docs/ko/README.md", "# 책\n\n## 단계\n\n- [덧셈](step01-sums.md)\n- [벤치](../bench.md)\n")
                .file(
                        "docs/ko/step01-sums.md",
                        "# 덧셈\n\n[책](../../README.md)\n\n## 1.1 블록을 더하기\n\n<details><summary>힌트 1</summary>\n\n**더**\n\n</details>\n")
                .file(
                        "docs/bench.md",
                        "# Bench\n\n[sums](../solutions/" + SumKit.SUMS
                                + "), [a folder](../kit/my%20bank) <a href=\"en/README.md#steps\">raw</a>\n\n"
                                + "```mermaid\nflowchart LR\n A --> B\n```\n")
                .file("README.md", "# Front\n\n[in](docs/en/step02-squares.md) [out](https://example.org/)\n")
                .edit("docs/en/step01-sums.md", "Do it.", "Do it.\n\n| | |\n|---|---|\n| a | b |\n");
    }

    @BeforeEach
    void aFolderInTheKit() throws IOException {
        kit.giveKitBack();
        kit.file("kit/my bank/1.md", "# One\n").borrowKit();
    }

    @Test
    @DisplayName("--build writes pages whose every link leads to a file and an anchor that is there")
    void linksHold() throws IOException {
        build();
        List<String> broken = new ArrayList<>();
        Pattern outside = Pattern.compile("https://example\\.org/|data:,");
        for (Path page : files()) {
            if (page.toString().endsWith(".html")) {
                links(page)
                        .filter(link -> !outside.matcher(link).matches() && !leadsSomewhere(page, link))
                        .forEach(link -> broken.add(page + ": " + link));
            }
        }
        assertThat(broken).isEmpty();
        assertThat(names())
                .contains("en/index.html", "ko/step01-sums.html", "bench.html", "assets/mermaid.min.js")
                .contains("files/README.md.html", "files/solutions/" + SumKit.SUMS + ".html")
                .contains("files/kit/my bank/1.md.html", "files/kit/my bank/index.html");
    }

    @Test
    @DisplayName("nothing on a page is loaded from another host")
    void nothingFromElsewhere() throws IOException {
        build();
        for (Path page : files()) {
            if (page.toString().matches(".*\\.(html|css)")) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .doesNotContainPattern("(src=\"|<link [^>]*href=\"|url\\(|@import )[\"']?(https?:|//)");
            }
        }
    }

    @Test
    @DisplayName("every page has a title, a way back, a way on, and its twin in the other language")
    void frame() throws IOException {
        build();
        assertThat(page("en/step01-sums.html"))
                .contains("<title>")
                .contains("<a href=\"index.html\" rel=\"prev\">", "<a href=\"step02-squares.html\" rel=\"next\">")
                .contains("<a href=\"../ko/step01-sums.html\" lang=\"ko\"")
                .contains("<h2 id=\"12-what-to-do\">", "<td>a</td>");
        assertThat(page("ko/step01-sums.html"))
                .contains("<html lang=\"ko\">", "<a href=\"../en/step01-sums.html\" lang=\"en\"", "목차")
                .contains("<details><summary>힌트 1</summary>\n<p><strong>더</strong></p>\n</details>");
        assertThat(page("bench.html"))
                .contains("assets/mermaid.min.js", "<pre class=\"mermaid\">flowchart LR\n A --&gt; B");
        assertThat(page("ko/step01-sums.html")).doesNotContain("mermaid.min.js");
    }

    @Test
    @DisplayName("what search looks through has every section, and Korean words as they stand in the text")
    void searchable() throws IOException {
        build();
        assertThat(page("assets/search-en.js")).contains("en/step01-sums.html#12-what-to-do", "bench.html#bench");
        assertThat(page("assets/search-ko.js")).contains("1.1 블록을 더하기", "책").doesNotContain("en/", "details", "README");
    }

    @Test
    @DisplayName("--build writes again what it wrote, without pages that are gone, and touches no folder of another's")
    void again() throws IOException {
        build();
        Files.delete(kit.home().root().resolve("docs/ko/step01-sums.md"));
        build();
        assertThat(names()).doesNotContain("ko/step01-sums.html");

        Path letter = Files.writeString(folder.resolve("en/letter.txt"), "dear me");
        assertThat(kit.run("docs", "--build", folder.toString())).isEqualTo(2);
        assertThat(kit.err()).contains("en/letter.txt", "nothing was written", "Name an empty folder");
        assertThat(letter).hasContent("dear me");
        assertThat(kit.run("docs", "--build", letter.toString())).isEqualTo(2);
        assertThat(kit.err()).contains("is a file. Name a folder");
    }

    @Test
    @DisplayName("a port that another program has, and one that is none, have a sentence each")
    void portTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(other.getLocalPort());
            assertThat(kit.run("docs", "--port", port)).isEqualTo(1);
            assertThat(kit.err()).contains("port " + port + " is taken", "--port 0");
        }
        assertThat(kit.run("docs", "--port", "65536")).isEqualTo(2);
        assertThat(kit.err()).contains("65536 is no port");
    }

    private void build() {
        assertThat(kit.run("docs", "--build", folder.toString())).as(kit.err()).isZero();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Set<String> names() throws IOException {
        return files().stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .collect(Collectors.toSet());
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static Stream<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page)).results().map((MatchResult link) -> link.group(1));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0].replace("%20", " "));
        try {
            return Files.isRegularFile(target)
                    && (parts.length == 1 || Files.readString(target).contains("id=\"" + parts[1] + "\""));
        } catch (IOException e) {
            return false;
        }
    }
}
