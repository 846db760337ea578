package ingchain.node.http;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.node.Node;
import ingchain.node.NodeSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The small curl in the image")
class AskTest {
    @Test
    @DisplayName("ends with 0 where the node does it, 1 where it refuses or is gone, 2 where it was called wrongly")
    void exitCodes() throws Exception {
        int port;
        try (Node node = new Node(NodeSettings.DEFAULT);
                HttpApi api = new HttpApi(node)) {
            port = api.listen(HttpApi.HOST, 0);
            assertThat(Ask.ask(port, "GET", "/health")).isZero();
            String miner = "{\"account\": \"" + "a".repeat(40) + "\"}";
            assertThat(Ask.ask(port, "GET", "/mineBlock", miner)).isEqualTo(1);
            assertThat(node.tip().height()).isEqualTo(1);
            assertThat(Ask.ask(port, "POST", "/mineBlock", miner)).isZero();
            assertThat(node.tip().height()).isEqualTo(2);
            assertThat(Ask.ask(port, "PUT", "/accounts")).isZero();
            assertThat(Ask.ask(port, "GET", "/nowhere")).isEqualTo(1);
            assertThat(Ask.ask(port, "FETCH", "/health")).isEqualTo(2);
            assertThat(Ask.ask(port, "POST", "/mineBlock", "{}")).isEqualTo(1);
        }
        assertThat(Ask.ask(port, "GET", "/health")).isEqualTo(1);
        assertThat(Ask.ask(port, "GET")).isEqualTo(2);
    }
}
