package ingchain.cli.author;

import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds causes that a checkpoint names without a hint, and hints for causes that nothing names. */
final class CauseCheck {
    private static final Pattern NAMED = Pattern.compile("\\b(?:suspect|because)\\(\\s*\"([a-z0-9-]+)\"");
    /** A cause may reach a checkpoint by way of a table or of a method of the checkpoint's own: any quoted name counts. */
    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");

    private static final String HINTS = "kit/checkpoint/src/main/resources/ingchain/checkpoint/causes.properties";

    private final Home home;

    CauseCheck(Home home) {
        this.home = home;
    }

    /** A sentence for each. */
    List<String> problems() throws IOException {
        Path file = home.root().resolve(HINTS);
        Properties hints = new Properties();
        hints.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        Set<String> named = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Step step : home.steps()) {
            named.addAll(words(home.checkpoints(step), NAMED));
            known.addAll(words(home.checkpoints(step), QUOTED));
        }
        known.addAll(words(home.root().resolve("kit/checkpoint/src/main/java"), QUOTED));
        known.addAll(words(home.root().resolve("kit/cli/src/main/java"), QUOTED));
        List<String> problems = new ArrayList<>();
        named.stream()
                .filter(cause -> !hints.containsKey(cause))
                .forEach(cause -> problems.add(Texts.of("author.cause-without-hint", cause, HINTS)));
        if (!named.isEmpty()) {
            new TreeSet<>(hints.stringPropertyNames())
                    .stream()
                            .filter(cause -> !known.contains(cause))
                            .forEach(cause -> problems.add(Texts.of("author.hint-without-cause", HINTS, cause)));
        }
        return problems;
    }

    private Set<String> words(Path folder, Pattern pattern) throws IOException {
        Set<String> words = new TreeSet<>();
        for (Path file : home.javaFiles(folder)) {
            pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .forEach(words::add);
        }
        return words;
    }
}
