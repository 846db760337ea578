package ingchain.cli.site;

import com.google.gson.Gson;
import ingchain.cli.docs.Document;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What the search of one language looks through: every section with its text. The pages search it for pieces of text
 * and not for words, because a Korean word comes with its particles.
 */
final class SearchIndex {
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private final List<Entry> entries = new ArrayList<>();

    /**
     * A section. The names are short because there are many.
     *
     * @param u its address, from the root of the site
     * @param p the title of its page
     * @param h its heading
     * @param x its text
     */
    record Entry(String u, String p, String h, String x) {}

    /** Adds the sections of a page, whose links are gone then. */
    void add(String address, Document page) {
        page.root().accept(new Unlinker());
        for (Document.Section section : page.sections()) {
            StringBuilder text = new StringBuilder();
            Node node = section.node().getNext();
            while (node != null && !(node instanceof Heading)) {
                if (!isDiagram(node)) {
                    text.append(PLAIN.render(node)).append(' ');
                }
                node = node.getNext();
            }
            String plain = text.toString().replaceAll("<[^>\\n]+>", " ").replaceAll("\\s+", " ");
            entries.add(new Entry(
                    address + "#" + section.anchor(), page.title(), section.level() == 1 ? "" : section.text(), plain));
        }
    }

    /** A script that leaves the entries where the search finds them; a page from a disk may load no other data. */
    String script() {
        return "window.bookSections = " + new Gson().toJson(entries) + ";\n";
    }

    private static boolean isDiagram(Node node) {
        return node instanceof FencedCodeBlock block && block.getInfo().equals("mermaid");
    }

    /** Leaves only the words of links: where they lead is nothing to search for. */
    private static final class Unlinker extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        }
    }
}
