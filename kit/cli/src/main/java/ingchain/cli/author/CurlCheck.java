package ingchain.cli.author;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import ingchain.cli.run.FullNode;
import ingchain.cli.run.RunningNode;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands with curl on the pages, those of each page in their order against a node that was just started, and
 * holds the answers against what the page shows below them.
 */
final class CurlCheck {
    private static final String PROMPT = "$ curl ";
    private static final String ANSWER = "{";
    /** Where a node answers unless it is told otherwise, and so in the book. */
    private static final String USUAL_ADDRESS = "127.0.0.1:8545";

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final int REFUSED = 400;

    private final Home home;
    private final Supplier<FullNode> node;
    private final Set<List<String>> done = new HashSet<>(); // the pages of each language ask the same

    /**
     * @param node asked for where a page has such a command
     */
    CurlCheck(Home home, Supplier<FullNode> node) {
        this.home = home;
        this.node = node;
    }

    /**
     * A command on a page.
     *
     * @param shown the answer that the page shows; empty where it shows none
     */
    private record Asked(String place, String command, String shown) {}

    /** A sentence for each that does not run or is answered otherwise. */
    List<String> problems(List<Path> pages) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        for (Path page : pages) {
            List<Asked> asked = asked(page);
            List<String> lines = asked.stream()
                    .flatMap(each -> List.of(each.command(), each.shown()).stream())
                    .toList();
            if (!asked.isEmpty() && done.add(lines)) {
                problems.addAll(ask(asked));
            }
        }
        return problems;
    }

    private List<Asked> asked(Path page) throws IOException {
        List<Document.Piece> code = Document.read(page).code();
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < code.size(); i++) {
            String line = code.get(i).text().strip();
            if (line.startsWith(PROMPT)) {
                String next = i + 1 < code.size() ? code.get(i + 1).text().strip() : "";
                String place = home.shown(page) + ":" + code.get(i).line();
                asked.add(new Asked(place, line.substring(2), next.startsWith(ANSWER) ? next : ""));
            }
        }
        return asked;
    }

    private List<String> ask(List<Asked> asked) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        try (RunningNode running = new RunningNode("curl", node.get(), HttpClient.newHttpClient(), List.of())) {
            for (Asked each : asked) {
                problem(each, running.http()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> problem(Asked asked, String address) throws IOException, InterruptedException {
        List<String> words = words(asked.command().replace(USUAL_ADDRESS, address));
        words.addAll(1, List.of("-sS", "--max-time", "30", "-w", "\n%{http_code}"));
        Process curl = new ProcessBuilder(words).redirectErrorStream(true).start();
        curl.getOutputStream().close();
        String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (curl.waitFor() != 0) {
            return Optional.of(Texts.of("author.command", asked.place(), asked.command(), said));
        }
        int end = said.lastIndexOf('\n');
        String answer = said.substring(0, Math.max(0, end)).strip();
        int status = Integer.parseInt(said.substring(end + 1));
        boolean asShown =
                asked.shown().isEmpty() ? status < REFUSED : asked.shown().equals(answer);
        return asShown
                ? Optional.empty()
                : Optional.of(Texts.of("author.answer", asked.place(), asked.command(), status, answer));
    }

    /** As a shell takes them, in as far as pages need it. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            for (int group = 1; group <= word.groupCount(); group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }
}
