package ingchain.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a command line")
class ArgumentsTest {
    private static final List<String> KNOWN = List.of("--host", "--port", "--peer");

    private static Arguments arguments(String... args) {
        return new Arguments(args, KNOWN);
    }

    @Test
    @DisplayName("gives the values that were typed: of an option that stands twice all, or the last")
    void values() {
        Arguments arguments = arguments("--peer", "a:1", "--port", "8555", "--peer", "b:2");
        assertThat(arguments.all("--peer")).containsExactly("a:1", "b:2");
        assertThat(arguments.text("--peer", "none")).isEqualTo("b:2");
        assertThat(arguments.port(1)).isEqualTo(8555);
    }

    @Test
    @DisplayName("gives what is usual for an option that was not typed")
    void usual() {
        assertThat(arguments().all("--peer")).isEmpty();
        assertThat(arguments().text("--host", "127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(arguments().port(8556)).isEqualTo(8556);
    }

    @Test
    @DisplayName("is refused with a sentence where an option is unknown or has no value")
    void refused() {
        assertThatThrownBy(() -> arguments("--prot", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option --prot; there are --host, --port, --peer");
        assertThatThrownBy(() -> arguments("--host", "h", "--port"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--port needs a value after it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "99999999999", "", "x", "1.5", "--peer"})
    @DisplayName("is refused with a sentence where a port is no number from 0 to 65535")
    void noPort(String text) {
        assertThatThrownBy(() -> arguments("--port", text).port(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--port takes a number from 0 to 65535, not " + text);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8555, 127.0.0.1, 8555", "localhost:1, localhost, 1", "[::1]:65535, ::1, 65535"})
    @DisplayName("names a peer as host and port, an IPv6 address in brackets, and back again")
    void peer(String text, String host, int port) {
        assertThat(HostPort.parse(text)).isEqualTo(new HostPort(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "host", "host:", ":1", "[]:1", "host:0", "host:65536", "host:-1", "host:x", " :1"})
    @DisplayName("is refused with a sentence where a peer is not HOST:PORT")
    void noPeer(String text) {
        assertThatThrownBy(() -> HostPort.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOST:PORT")
                .hasMessageEndingWith("not " + text);
    }
}
