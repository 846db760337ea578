package ingchain.message;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Transcript;
import ingchain.network.PeerHandler;
import java.io.IOException;

/** What lies between a peer and the node under test. The same checkpoints run over each. */
enum Wire {
    MEMORY("over memory") {
        @Override
        Door open(PeerHandler node, CapturedLog log, Transcript transcript, Cleanup cleanup) {
            return name -> new MemoryLine(transcript, name, node);
        }
    },
    TCP("over TCP") {
        @Override
        Door open(PeerHandler node, CapturedLog log, Transcript transcript, Cleanup cleanup) throws IOException {
            return new TcpDoor(node, log, transcript, cleanup);
        }
    };

    /** Where peers come in. */
    @FunctionalInterface
    interface Door {
        /**
         * A new connection with the node.
         *
         * @param peer what the transcript calls the peer at the other end, such as "peer A"
         */
        Line connect(String peer) throws IOException;
    }

    private final String sentence;

    Wire(String sentence) {
        this.sentence = sentence;
    }

    /** Lets peers talk with a node. */
    abstract Door open(PeerHandler node, CapturedLog log, Transcript transcript, Cleanup cleanup) throws IOException;

    @Override
    public String toString() {
        return sentence;
    }
}
