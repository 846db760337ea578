package ingchain.cli.site;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/**
 * The book in one language: what stands in it, in the order of its contents ({@code docs/en/README.md}).
 *
 * @param contents the page of contents
 */
public record Book(Path contents, List<Part> parts) {
    /** A heading of the contents and the pages below it. */
    public record Part(String title, List<Entry> entries) {}

    /** A page, by the name that the contents give it. */
    public record Entry(Path file, String title) {}

    /** Reads the contents; without any, the book is empty. */
    public static Book read(Home home, String language) throws IOException {
        Path contents = home.root().resolve("docs").resolve(language).resolve("README.md");
        List<Part> parts = new ArrayList<>();
        if (Files.exists(contents)) {
            Document.read(contents).root().accept(new Reader(home, contents, parts));
        }
        return new Book(contents, parts);
    }

    /** All pages in order, each once; the contents come first. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(contents, ""));
        for (Part part : parts) {
            for (Entry entry : part.entries()) {
                if (entries.stream().noneMatch(each -> each.file().equals(entry.file()))) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static final class Reader extends AbstractVisitor {
        private final Addresses addresses;
        private final Path contents;
        private final List<Part> parts;

        Reader(Home home, Path contents, List<Part> parts) {
            this.addresses = new Addresses(home);
            this.contents = contents;
            this.parts = parts;
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 2) {
                parts.add(new Part(Document.text(heading), new ArrayList<>()));
            }
        }

        /** What stands above the first heading, such as the link to the other language, is no entry. */
        @Override
        public void visit(Link link) {
            if (!parts.isEmpty()) {
                addresses
                        .target(contents, link.getDestination())
                        .filter(target -> Addresses.isMarkdown(target.file()))
                        .ifPresent(target -> parts.get(parts.size() - 1)
                                .entries()
                                .add(new Entry(target.file(), Document.text(link))));
            }
        }
    }
}
