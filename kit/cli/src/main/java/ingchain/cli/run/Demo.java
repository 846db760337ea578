package ingchain.cli.run;

import ingchain.cli.run.RunningNode.Tip;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Terminal;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three nodes that have never met end on one chain: one is ahead, one knows nothing and dials it, one comes late and
 * mines.
 */
public final class Demo {
    private static final int POLL_MILLIS = 50;
    private static final long MOST_MILLIS = 10_000;
    private static final int SHOWN_HASH = 8;

    private final FullNode program;
    private final Terminal terminal;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RunningNode> nodes = new ArrayList<>();
    private List<Tip> shown = List.of();

    /** Starts nodes of this program and shows on this terminal how they meet. */
    public Demo(FullNode program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    /** Plays it once and ends all nodes. Gives 0 where they agreed at each turn, and otherwise 1. */
    public int run() throws IOException, InterruptedException {
        try {
            return play() ? ExitCode.HOLDS : ExitCode.DOES_NOT_HOLD;
        } catch (IOException e) {
            terminal.complain(Texts.of("demo.broke", e.getMessage()));
            return ExitCode.DOES_NOT_HOLD;
        } finally {
            nodes.forEach(RunningNode::close);
        }
    }

    private boolean play() throws IOException, InterruptedException {
        terminal.say("demo.ahead");
        start("A", List.of("--mine", "5"));
        Tip ahead = show().get(0);
        terminal.say("demo.behind");
        start("B", List.of("--peer", nodes.get(0).p2p()));
        if (!agreed(ahead.height())) {
            return false;
        }
        terminal.say("demo.late");
        start("C", List.of("--peer", nodes.get(1).p2p()));
        if (!agreed(ahead.height())) {
            return false;
        }
        terminal.say("demo.mines");
        nodes.get(2).mine();
        if (!agreed(ahead.height() + 1)) {
            return false;
        }
        terminal.say("demo.done", shown.get(0).height(), shown.get(0).hash());
        return true;
    }

    private void start(String name, List<String> options) throws IOException, InterruptedException {
        nodes.add(new RunningNode(name, program, http, options));
    }

    /** Waits until all nodes have one tip of at least this height; tells where they never do. */
    private boolean agreed(int height) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + MOST_MILLIS * 1_000_000;
        while (System.nanoTime() < deadline) {
            List<Tip> tips = show();
            if (tips.stream().distinct().count() == 1 && tips.get(0).height() >= height) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        terminal.complain(Texts.of("demo.disagree", MOST_MILLIS / 1000));
        return false;
    }

    /**
     * A line whenever a tip has moved: for each node its height, as a row of blocks, and the start of its tip's hash.
     */
    private List<Tip> show() throws IOException, InterruptedException {
        List<Tip> tips = new ArrayList<>();
        for (RunningNode node : nodes) {
            tips.add(node.tip());
        }
        if (!tips.equals(shown)) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < tips.size(); i++) {
                cells.add(cell(nodes.get(i).name(), tips.get(i)));
            }
            terminal.line("   " + cells.stream().collect(Collectors.joining("   ")));
            shown = List.copyOf(tips);
        }
        return tips;
    }

    private String cell(String name, Tip tip) {
        String blocks = terminal.mark("■", "#").repeat(tip.height());
        return "%s %-8s %d %s"
                .formatted(terminal.bold(name), blocks, tip.height(), tip.hash().substring(0, SHOWN_HASH));
    }
}
