package ingchain.consensus;

import ingchain.checkpoint.CapturedLog;
import ingchain.checkpoint.Cleanup;
import ingchain.checkpoint.Transcript;

/** What lies between nodes. What a wire could change is tried over each. */
enum Wire {
    MEMORY("over memory") {
        @Override
        TestNetwork network(CapturedLog log, Transcript transcript, Cleanup cleanup) {
            return new MemoryNetwork(transcript);
        }
    },
    TCP("over TCP") {
        @Override
        TestNetwork network(CapturedLog log, Transcript transcript, Cleanup cleanup) {
            return new TcpNetwork(log, transcript, cleanup);
        }
    };

    private final String sentence;

    Wire(String sentence) {
        this.sentence = sentence;
    }

    abstract TestNetwork network(CapturedLog log, Transcript transcript, Cleanup cleanup);

    @Override
    public String toString() {
        return sentence;
    }
}
