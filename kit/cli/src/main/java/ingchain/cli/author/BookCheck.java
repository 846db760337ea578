package ingchain.cli.author;

import ingchain.cli.docs.Document;
import ingchain.cli.docs.Pages;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.site.Addresses;
import ingchain.cli.site.Addresses.Target;
import ingchain.cli.site.Book;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds pages that one language has and another lacks, or that show other things there, and pages that nothing leads to. */
final class BookCheck {
    private final Home home;
    private final Path docs;

    BookCheck(Home home) {
        this.home = home;
        this.docs = home.root().resolve("docs");
    }

    /** A sentence for each. */
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String language : Texts.LANGUAGES) {
            names.addAll(pages(language));
        }
        for (String language : Texts.LANGUAGES) {
            problems.addAll(missing(language, names));
        }
        for (String name : names) {
            problems.addAll(otherBlocks(name));
        }
        for (Step step : home.steps()) {
            problems.addAll(unlinked(step));
        }
        return problems;
    }

    private List<String> missing(String language, Set<String> names) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> here = pages(language);
        Book book = Book.read(home, language);
        Set<Path> inContents = book.entries().stream().map(Book.Entry::file).collect(Collectors.toSet());
        for (String name : names) {
            Path page = page(language, name);
            if (!here.contains(name)) {
                problems.add(Texts.of("author.no-page", home.shown(page)));
            } else if (!inContents.contains(page)) {
                problems.add(Texts.of("author.not-in-contents", home.shown(page), home.shown(book.contents())));
            }
        }
        return problems;
    }

    /** What a command writes on a page must stand on its twin as well. */
    private List<String> otherBlocks(String name) throws IOException {
        List<String> problems = new ArrayList<>();
        for (String language : Texts.LANGUAGES) {
            for (String twin : Texts.LANGUAGES) {
                Path page = page(language, name);
                if (Files.exists(page) && Files.exists(page(twin, name))) {
                    List<String> lacking = new ArrayList<>(Pages.blocks(page));
                    Pages.blocks(page(twin, name)).forEach(lacking::remove);
                    lacking.forEach(block -> problems.add(
                            Texts.of("author.block-missing", home.shown(page(twin, name)), block, home.shown(page))));
                }
            }
        }
        return problems;
    }

    /** A step's folder says in its README where to read on, in every language. */
    private List<String> unlinked(Step step) throws IOException {
        Path readme = home.root().resolve(step.folder()).resolve("README.md");
        if (!Files.exists(readme)) {
            return List.of(Texts.of("author.no-readme", home.shown(readme)));
        }
        Addresses addresses = new Addresses(home);
        Set<Path> linked = Document.read(readme).links().stream()
                .flatMap(link -> addresses.target(readme, link.text()).stream())
                .map(Target::file)
                .collect(Collectors.toSet());
        return Texts.LANGUAGES.stream()
                .map(language -> page(language, step.folder() + ".md"))
                .filter(chapter -> !linked.contains(chapter))
                .map(chapter -> Texts.of("author.readme-without", home.shown(readme), home.shown(chapter)))
                .toList();
    }

    private Path page(String language, String name) {
        return docs.resolve(language).resolve(name);
    }

    private Set<String> pages(String language) throws IOException {
        Path folder = docs.resolve(language);
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
