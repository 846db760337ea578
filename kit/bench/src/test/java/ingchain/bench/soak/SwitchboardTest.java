package ingchain.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has all of 127.0.0.0/8")
@DisplayName("the lines of the soak")
class SwitchboardTest {
    private static final int DEADLINE_MILLIS = 10_000;
    private static final int SILENT_MILLIS = 300;

    /** Node 0 calls node 1 and greets. */
    private static Socket call(Switchboard lines) throws IOException {
        Socket caller = new Socket("127.0.0.1", lines.port(1));
        caller.setSoTimeout(DEADLINE_MILLIS);
        caller.getOutputStream().write(greeting(lines).getBytes(StandardCharsets.UTF_8));
        return caller;
    }

    private static String greeting(Switchboard lines) {
        return "{\"type\":\"latestBlock\",\"payload\":{\"ingchain\":1,\"port\":" + lines.port(0) + "}}";
    }

    private static void assertPassedOn(ServerSocket node, String text) throws IOException {
        node.setSoTimeout(DEADLINE_MILLIS);
        try (Socket called = node.accept()) {
            byte[] heard = called.getInputStream().readNBytes(text.length());
            assertThat(new String(heard, StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    @DisplayName("lead a call to the node, drop it when they are cut, lead it nowhere then, and drop it when mended")
    void cutAndMended() throws Exception {
        try (Switchboard lines = new Switchboard(3);
                ServerSocket node = new ServerSocket(lines.port(1), 5, InetAddress.getByName(Switchboard.NODES))) {
            try (Socket caller = call(lines)) {
                assertPassedOn(node, greeting(lines));
                assertThat(caller.getInputStream().read()).isEqualTo(-1);
            }
            lines.split(Set.of(0, 2));
            try (Socket caller = call(lines)) {
                caller.setSoTimeout(SILENT_MILLIS);
                assertThatThrownBy(() -> caller.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                caller.setSoTimeout(DEADLINE_MILLIS);
                lines.mend();
                assertThat(caller.getInputStream().read()).isEqualTo(-1);
            }
            try (Socket caller = call(lines)) {
                assertPassedOn(node, greeting(lines));
                assertThat(caller.isConnected()).isTrue();
            }
            node.setSoTimeout(SILENT_MILLIS);
            assertThatThrownBy(node::accept)
                    .as("the call over the cut line never came")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    @DisplayName("are not needed to tell that the options of the soak are wrong")
    void options() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        for (String[] wrong :
                new String[][] {{"soak", "--minutes"}, {"soak", "--minutes", "x"}, {"soak", "--hours", "1"}}) {
            assertThat(SoakProgram.run(wrong, System.out, new PrintStream(err, true, StandardCharsets.UTF_8)))
                    .isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3);
    }
}
