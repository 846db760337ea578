package ingchain.cli.author;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What commands of Maven, Java and Node.js name, and whether it is there. Each method tells the first thing that is not. */
final class NamedFiles {
    private static final Set<String> PHASES =
            Set.of("clean", "validate", "compile", "test", "package", "verify", "install");
    private static final Pattern PLUGIN_GOAL = Pattern.compile("[\\w-]+:[\\w-]+");
    private static final Pattern PROFILE =
            Pattern.compile("<profile>\\s*(?:<!--.*?-->\\s*)?<id>([^<]+)", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern CLASS_NAME = Pattern.compile("[a-z]\\w*(?:\\.\\w+)*\\.[A-Z]\\w*");
    private static final String BUILT = "/target/";
    private static final Set<String> CLASS_PATH = Set.of("-cp", "--class-path", "-classpath");

    private final Home home;

    NamedFiles(Home home) {
        this.home = home;
    }

    /** Of a file, by its path from the kit's folder. What a build makes is there when its module is. */
    Optional<String> missing(String path) {
        int built = path.indexOf(BUILT);
        String source = built < 0 ? path : path.substring(0, built);
        return Files.exists(home.root().resolve(source)) ? Optional.empty() : no("author.no-file", path);
    }

    /** Of a script for Node.js, from the kit's folder or from its own. */
    Optional<String> script(String path) {
        Path own = home.root().resolve("docs/article").resolve(path);
        return Files.exists(own) ? Optional.empty() : missing(path);
    }

    /** Of the words behind {@code mvn}. */
    Optional<String> maven(List<String> words) {
        List<String> modules = modules();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-pl") && i + 1 < words.size()) {
                i++;
                for (String module : words.get(i).split(",")) {
                    if (!modules.contains(module)) {
                        return no("author.no-module", module);
                    }
                }
            } else if (word.startsWith("-P")) {
                if (!hasProfile(word.substring(2))) {
                    return no("author.no-profile", word.substring(2));
                }
            } else if (!word.startsWith("-")
                    && !PHASES.contains(word)
                    && !PLUGIN_GOAL.matcher(word).matches()) {
                return no("author.no-phase", word);
            }
        }
        return Optional.empty();
    }

    /** Of the words behind {@code java} or {@code jshell}: class path, and a jar, a source or a class to run. */
    Optional<String> java(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean takesNext = i + 1 < words.size();
            if (CLASS_PATH.contains(word) && takesNext) {
                i++;
                for (String entry : words.get(i).split(":")) {
                    Optional<String> missing = missing(entry.replaceFirst("/\\*$", "/"));
                    if (missing.isPresent()) {
                        return missing;
                    }
                }
            } else if (word.equals("-jar") && takesNext) {
                return words.get(i + 1).equals("...") ? Optional.empty() : missing(words.get(i + 1));
            } else if (!word.startsWith("-")) {
                // The first word that is no option is what to run; what follows is its own.
                return CLASS_NAME.matcher(word).matches() ? missingClass(word) : missing(word);
            }
        }
        return Optional.empty();
    }

    private Optional<String> missingClass(String name) {
        String file = "src/main/java/" + name.replace('.', '/') + ".java";
        List<String> folders = new ArrayList<>(List.of(""));
        modules().forEach(module -> folders.add(module + "/"));
        boolean there =
                folders.stream().anyMatch(folder -> Files.exists(home.root().resolve(folder + file)));
        return there ? Optional.empty() : no("author.no-class", name);
    }

    /** Maven takes a profile for every module that is built, and many a one is told of in its module alone. */
    private boolean hasProfile(String id) {
        return Stream.concat(Stream.of(""), modules().stream())
                .anyMatch(module -> found(PROFILE, pom(module)).contains(id));
    }

    private List<String> modules() {
        return found(MODULE, pom(""));
    }

    /** Of a module, by its folder; empty text where there is none. */
    private String pom(String module) {
        Path pom = home.root().resolve(module).resolve("pom.xml");
        try {
            return Files.exists(pom) ? Files.readString(pom) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }

    private static Optional<String> no(String key, String what) {
        return Optional.of(Texts.of(key, what));
    }
}
