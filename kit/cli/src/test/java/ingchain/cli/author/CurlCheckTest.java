package ingchain.cli.author;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.kit.Home;
import ingchain.cli.run.FullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("author check on commands with curl")
class CurlCheckTest {
    private static final Home KIT = new Home(Path.of(System.getProperty("ingchain.root")));

    @TempDir
    private Path root;

    @Test
    @DisplayName("is green where a node takes them one after the other, and answers what the page shows")
    void green() throws Exception {
        assertThat(problems("""
                ```
                $ curl -X PUT http://127.0.0.1:8545/accounts
                $ curl -X POST -d '{"account":"%1$s"}' http://127.0.0.1:8545/mineBlock
                $ curl -X POST -d '{"account":"%1$s"}' http://127.0.0.1:8545/getBalance
                {"balance":50}
                $ curl -H "Origin: http://evil.example" http://127.0.0.1:8545/accounts
                {"error":"This API is not for pages from elsewhere. Call it from a program, such as curl."}
                ```
                """.formatted("a".repeat(40)))).isEmpty();
    }

    @Test
    @DisplayName("is red where a route is gone, an answer is another, and curl itself does not understand")
    void red() throws Exception {
        assertThat(problems("""
                ```
                $ curl http://127.0.0.1:8545/gone
                $ curl -X POST -d '{"account":"%s"}' http://127.0.0.1:8545/getBalance
                {"balance":50}
                $ curl --no-such-option http://127.0.0.1:8545/accounts
                ```
                """.formatted("a".repeat(40))))
                .satisfiesExactly(
                        gone -> assertThat(gone)
                                .startsWith("docs/en/one.md:2: ")
                                .contains("is answered 404"),
                        other -> assertThat(other)
                                .startsWith("docs/en/one.md:3: ")
                                .contains("is answered 200: {\"balance\":0}"),
                        option -> assertThat(option)
                                .startsWith("docs/en/one.md:5: ")
                                .contains("does not run", "--no-such-option"));
    }

    private List<String> problems(String page) throws IOException, InterruptedException {
        Path file = root.resolve("docs/en/one.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
        return new CurlCheck(new Home(root), () -> FullNode.onReference(KIT)).problems(List.of(file));
    }
}
