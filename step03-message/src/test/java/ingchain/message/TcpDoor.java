package ingchain.message;

import com.google.gson.JsonObject;
import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.ScriptedPeer;
import ingchain.checkpoint.Transcript;
import ingchain.network.P2PNetwork;
import ingchain.network.PeerHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A node that listens on a port of this machine; it is closed when the checkpoint has ended. */
final class TcpDoor implements Wire.Door {
    private final Transcript transcript;
    private final int port;

    TcpDoor(PeerHandler node, CapturedLog log, Transcript transcript, Cleanup cleanup) throws IOException {
        this.transcript = transcript;
        this.port = cleanup.add(new P2PNetwork(node, P2PNetwork.GREETING, log)).listen("127.0.0.1", 0);
    }

    @Override
    public Line connect(String peer) throws IOException {
        ScriptedPeer scripted = ScriptedPeer.dial(transcript, peer, port);
        scripted.expectText(P2PNetwork.GREETING);
        return new TcpLine(peer, scripted);
    }

    private static final class TcpLine implements Line {
        private final String name;
        private final ScriptedPeer peer;
        private String saidLast = "";

        TcpLine(String name, ScriptedPeer peer) {
            this.name = name;
            this.peer = peer;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(byte[] bytes) {
            saidLast = new String(bytes, StandardCharsets.UTF_8);
            peer.send(bytes);
        }

        @Override
        public String saidLast() {
            return saidLast;
        }

        @Override
        public JsonObject next() throws IOException {
            return peer.nextMessage();
        }

        @Override
        public void expectClosed() throws IOException {
            peer.expectClosed();
        }
    }
}
