package ingchain.cli.site;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a page of a file: of Markdown, of a source, of a folder. */
final class PageMaker {
    private static final Set<String> NOT_LISTED = Set.of("target", "node_modules");

    private final Home home;
    private final Addresses addresses;

    PageMaker(Home home, Addresses addresses) {
        this.home = home;
        this.addresses = addresses;
    }

    /** The whole HTML of a page. */
    String page(String address, Path source) throws IOException {
        if (Addresses.isMarkdown(source)) {
            Document document = Document.read(source);
            String title = document.title().isEmpty() ? home.shown(source) : document.title();
            // Rendering changes the links of the document; what the frame needs of it stays.
            String text = PageText.html(document, addresses, source);
            return new Frame(home, addresses, source).around(address, title, document.sections(), text);
        }
        String name = home.shown(source);
        String text = Files.isDirectory(source) ? listing(address, source) : source(source);
        return new Frame(home, addresses, source)
                .around(address, name, List.of(), "<h1>" + Frame.escaped(name) + "</h1>\n" + text);
    }

    /** What of a folder is shown: no hidden files, and nothing that a build makes. */
    static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !NOT_LISTED.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private String listing(String address, Path folder) throws IOException {
        return listed(folder).stream()
                .map(file -> "<li><a href=\"" + Addresses.relative(address, addresses.address(file)) + "\">"
                        + Frame.escaped(file.getFileName() + (Files.isDirectory(file) ? "/" : "")) + "</a></li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>\n"));
    }

    private static String source(Path file) throws IOException {
        String name = file.getFileName().toString();
        String language = name.endsWith(".jsh") ? "java" : name.substring(name.lastIndexOf('.') + 1);
        try {
            return "<pre><code class=\"language-" + Frame.escaped(language) + "\">"
                    + Frame.escaped(Files.readString(file)) + "</code></pre>\n";
        } catch (MalformedInputException e) {
            return "<p>-</p>\n";
        }
    }
}
