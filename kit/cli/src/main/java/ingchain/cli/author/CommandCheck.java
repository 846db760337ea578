package ingchain.cli.author;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds commands on the pages that would not run: in blocks, behind a prompt or at the beginning of a line, and in the text.
 * What {@code from: output} shows is run in earnest; of the others it is seen to that the command understands them and that
 * the modules, profiles, classes and files that they name are there.
 */
final class CommandCheck {
    private static final String PROMPT = "$ ";
    /** What is explained behind a command stands some spaces away from it. */
    private static final Pattern EXPLANATION = Pattern.compile(" {3,}.*| +\\(.*|\\s+# .*");

    private static final Pattern SHELL = Pattern.compile("\\s*(?:\\||;|&&|&(?= |$))\\s*");

    private final Home home;
    private final Function<List<String>, Optional<String>> ingchain;
    private final NamedFiles named;
    private final Map<String, Optional<String>> told = new HashMap<>(); // the pages of each language name the same

    /**
     * @param ingchain tells what is wrong with the words behind {@code ./ingchain}
     */
    CommandCheck(Home home, Function<List<String>, Optional<String>> ingchain) {
        this.home = home;
        this.ingchain = ingchain;
        this.named = new NamedFiles(home);
    }

    /** A sentence for each. */
    List<String> problems(List<Path> pages) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path page : pages) {
            for (Document.Piece line : Document.read(page).code()) {
                for (String command : commands(line.text())) {
                    String place = home.shown(page) + ":" + line.line();
                    told.computeIfAbsent(command, this::mistake)
                            .ifPresent(mistake -> problems.add(Texts.of("author.command", place, command, mistake)));
                }
            }
        }
        return problems;
    }

    private static List<String> commands(String line) {
        String stripped = line.strip();
        String typed = stripped.startsWith(PROMPT) ? stripped.substring(PROMPT.length()) : stripped;
        return Arrays.stream(SHELL.split(EXPLANATION.matcher(typed).replaceFirst("")))
                .map(String::strip)
                .toList();
    }

    private Optional<String> mistake(String command) {
        int input = command.indexOf(" < ");
        if (input >= 0) {
            return named.missing(command.substring(input + 3).strip());
        }
        List<String> words = List.of(command.replace("\"", "").split(" +"));
        List<String> rest = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "./ingchain", ".\\ingchain", "ingchain.cmd" -> ingchain.apply(rest);
            case "mvn" -> named.maven(rest);
            case "java", "jshell" -> named.java(rest);
            case "node" ->
                rest.stream().filter(word -> word.endsWith(".mjs")).findFirst().flatMap(named::script);
            default -> Optional.empty();
        };
    }
}
