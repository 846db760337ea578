package ingchain.bench.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.block.Genesis;
import ingchain.message.MessageData;
import ingchain.network.P2PNetwork;
import ingchain.program.HostPort;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IdleCrowdTest {
    private static final String QUESTION = P2PNetwork.GREETING;

    @Test
    @Timeout(30)
    @DisplayName("each of many idle peers greets, answers with the genesis block when asked, and hangs up at the end")
    void crowd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            try (IdleCrowd crowd = new IdleCrowd(new HostPort("127.0.0.1", server.getLocalPort()), 3)) {
                for (int i = 0; i < 3; i++) {
                    Socket peer = server.accept();
                    assertThat(read(peer.getInputStream(), QUESTION.length())).isEqualTo(QUESTION);
                    peer.getOutputStream().write(QUESTION.getBytes(StandardCharsets.UTF_8));
                    assertThat(read(peer.getInputStream(), 200)).contains("allBlock", Genesis.VERSION);
                    if (i == 2) {
                        crowd.close();
                        peer.getInputStream().readAllBytes();
                    }
                }
            }
        }
    }

    @Test
    @Timeout(30)
    @DisplayName("a crowd is idle once each of it has had its answer, and not sooner")
    void idle() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                IdleCrowd crowd = new IdleCrowd(new HostPort("127.0.0.1", server.getLocalPort()), 2);
                Socket first = server.accept();
                Socket second = server.accept()) {
            byte[] answer = MessageData.of("allBlock", Genesis.BLOCK).toJson().getBytes(StandardCharsets.UTF_8);
            first.getOutputStream().write(answer);
            assertThatThrownBy(() -> crowd.awaitIdle(Duration.ofMillis(100)))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("1 peers");
            second.getOutputStream().write(answer);
            crowd.awaitIdle(Duration.ofSeconds(20));
        }
    }

    private static String read(InputStream in, int bytes) throws Exception {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
