package ingchain.cli.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A file of Markdown as GitHub understands it: with tables, raw HTML, and an anchor for each heading. */
public final class Document {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern HTML_ID = Pattern.compile("\\s(?:id|name)=\"([^\"]+)\"");
    private static final Pattern HTML_LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]+)\"");

    private final Node root;
    private final List<Section> sections = new ArrayList<>();
    private final List<Piece> links = new ArrayList<>();
    private final List<Piece> code = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    private Document(Node root) {
        this.root = root;
        root.accept(new Reader());
        sections.forEach(section -> anchors.add(section.anchor()));
    }

    /**
     * A heading, and so the beginning of a section.
     *
     * @param level 1 for the title of the page
     * @param text without marks
     * @param anchor as GitHub makes it
     * @param node where it stands in the tree
     */
    public record Section(int level, String text, String anchor, Node node) {}

    /**
     * A piece of the text with a meaning of its own: where a link leads, or a line of code.
     *
     * @param line where it stands, from 1
     */
    public record Piece(String text, int line) {}

    /** Reads a file. */
    public static Document read(Path file) throws IOException {
        return new Document(PARSER.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
    }

    /** The tree of nodes; who changes it has this document to himself. */
    public Node root() {
        return root;
    }

    /** The first heading; empty where there is none. */
    public String title() {
        return sections.isEmpty() ? "" : sections.get(0).text();
    }

    /** All headings in order. */
    public List<Section> sections() {
        return sections;
    }

    /** Where links and images lead, those of raw HTML included. */
    public List<Piece> links() {
        return links;
    }

    /** Every line of a block of code without a language, and every span of code in the text. */
    public List<Piece> code() {
        return code;
    }

    /** Whether a link may end in this anchor. */
    public boolean hasAnchor(String anchor) {
        return anchors.contains(anchor);
    }

    /** The text of a node without marks. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(Code piece) {
                text.append(piece.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private final class Reader extends AbstractVisitor {
        private final IdGenerator ids = IdGenerator.builder().build();
        private int line = 1;

        @Override
        protected void visitChildren(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                if (!child.getSourceSpans().isEmpty()) {
                    line = child.getSourceSpans().get(0).getLineIndex() + 1;
                }
                child.accept(this);
            }
        }

        @Override
        public void visit(Heading heading) {
            String text = Document.text(heading);
            sections.add(new Section(heading.getLevel(), text, ids.generateId(text), heading));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(new Piece(link.getDestination(), line));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(new Piece(image.getDestination(), line));
        }

        @Override
        public void visit(Code span) {
            code.add(new Piece(span.getLiteral(), line));
        }

        @Override
        public void visit(FencedCodeBlock block) {
            if (block.getInfo().isEmpty()) {
                int number = line;
                for (String each : block.getLiteral().split("\n", -1)) {
                    number++;
                    code.add(new Piece(each, number));
                }
            }
        }

        @Override
        public void visit(HtmlBlock html) {
            html(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            html(html.getLiteral());
        }

        private void html(String text) {
            HTML_ID.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(anchors::add);
            HTML_LINK
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> new Piece(found.group(1), line))
                    .forEach(links::add);
        }
    }
}
