package ingchain.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.cli.kit.Home;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The server of the book")
class DocsServerTest {
    @TempDir
    private Path root;

    private DocsServer server;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(root.resolve("docs/en"));
        Files.writeString(root.resolve("docs/en/README.md"), "# Book\n\n## Part\n\n- [one](one.md)\n");
        Files.writeString(root.resolve("docs/en/one.md"), "# One\n\nA page.\n");
        Files.writeString(root.resolve("secret.md"), "# Secret\n");
        server = DocsServer.start(new Site(new Home(root)), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("gives pages, scripts and the index of a folder, each with its type")
    void gives() throws IOException {
        assertThat(get("/en/one.html")).startsWith("HTTP/1.1 200").contains("text/html; charset=utf-8", "A page.");
        assertThat(get("/en/")).startsWith("HTTP/1.1 200").contains("<title>Book");
        assertThat(get("/")).startsWith("HTTP/1.1 200").contains("한국어로 된 책");
        assertThat(get("/assets/site.css")).startsWith("HTTP/1.1 200").contains("text/css");
        assertThat(get("/en")).startsWith("HTTP/1.1 301").contains("Location: /en/");
        assertThat(ask("HEAD", "/en/one.html", host()))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("A page.");
    }

    @Test
    @DisplayName("shows a page as it is now, not as it was when the server began")
    void fresh() throws IOException {
        Files.writeString(root.resolve("docs/en/one.md"), "# One\n\nAnother text.\n");
        assertThat(get("/en/one.html")).contains("Another text.");
    }

    @ParameterizedTest
    @DisplayName("gives nothing that no page leads to, however the path is written")
    @ValueSource(
            strings = {
                "/nothing.html",
                "/secret.md",
                "/../secret.md",
                "/en/../../secret.md",
                "/%2e%2e/secret.md",
                "/en/..%2f..%2fsecret.md",
                "/files/secret.md.html",
                "//etc/passwd",
                "/en/one.html/",
                "/en/one.html%00"
            })
    void nothingElse(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 404").doesNotContain("Secret");
    }

    @Test
    @DisplayName("does not answer a page of a stranger, whose name leads to this computer, nor anything but reading")
    void refuses() throws IOException {
        assertThat(ask("GET", "/en/one.html", "evil.example"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("A page.");
        assertThat(ask("GET", "/en/one.html", "127.0.0.1.evil.example")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/en/one.html", "localhost:80")).startsWith("HTTP/1.1 200");
        assertThat(ask("POST", "/en/one.html", host())).startsWith("HTTP/1.1 405");
    }

    private String host() {
        return URI.create(server.address()).getAuthority();
    }

    private String get(String path) throws IOException {
        return ask("GET", path, host());
    }

    /** By hand, because a client would tidy up the path and write a Host header of its own. */
    private String ask(String method, String path, String host) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create(server.address()).getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
