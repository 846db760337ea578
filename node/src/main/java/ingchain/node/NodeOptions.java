package ingchain.node;

import ingchain.consensus.ForkChoice;
import ingchain.node.http.HttpApi;
import ingchain.node.limits.Slots;
import ingchain.program.HostPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What can be typed behind {@code ingchain node}; {@code --help} shows them in this order. */
final class NodeOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8555",
            converter = OptionValues.Port.class,
            description = "Where peers call; 0 takes a free one (${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--http",
            paramLabel = "PORT",
            defaultValue = "8545",
            converter = OptionValues.Port.class,
            description = "Where the HTTP API answers; 0 takes a free one (${DEFAULT-VALUE}).")
    int http;

    @Option(
            names = "--http-host",
            paramLabel = "HOST",
            defaultValue = HttpApi.HOST,
            description = "The address of the HTTP API. From other machines one can only look (${DEFAULT-VALUE}).")
    String httpHost;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "The address that peers call; 0.0.0.0 is for whoever can reach this machine (${DEFAULT-VALUE}).")
    String host;

    @Option(
            names = "--peer",
            paramLabel = "HOST:PORT",
            converter = OptionValues.PeerAddress.class,
            description = "A peer to call, as often as you like.")
    List<HostPort> peers = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep chain, peers and keys in this folder; without it they end with the program.")
    Path data;

    @Option(
            names = "--salvage",
            description = "First put a damaged chain of --data aside, and keep what is whole of it.")
    boolean salvage;

    @Option(
            names = "--mine",
            paramLabel = "N",
            defaultValue = "0",
            converter = OptionValues.BlockCount.class,
            description = "Mine N blocks first, for a new account.")
    int mine;

    @Option(
            names = "--fork-choice",
            paramLabel = "RULE",
            defaultValue = "most-work",
            converter = OptionValues.Rule.class,
            description =
                    "Which chain wins: most-work, or the article's longest; the same on all nodes (${DEFAULT-VALUE}).")
    ForkChoice forkChoice;

    @Option(
            names = "--max-peers",
            paramLabel = "N",
            defaultValue = "" + Slots.DEFAULT_MAX_PEERS,
            converter = OptionValues.PeerCount.class,
            description = "Connections at the most (${DEFAULT-VALUE}).")
    int maxPeers;

    @Option(
            names = "--accept-original-transfers",
            description = "Take transfers of the original program, whose signatures nobody can check.")
    boolean acceptsOriginalTransfers;

    @Option(
            names = "--verbose",
            description = "Tell of each event, such as a connection or a new tip, in a line on standard error.")
    boolean verbose;

    @Option(names = "--help", usageHelp = true, description = "Show this.")
    boolean help;
}
