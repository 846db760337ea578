package ingchain.cli.site;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Blocks of code: diagrams and programs are left to the scripts of the page, and what stands on a terminal gets its marks
 * here.
 */
final class CodeRenderer implements NodeRenderer {
    private static final String PROMPT = "$ ";
    /** What is said of a command stands some spaces behind it, and is not typed. */
    private static final Pattern NOTE = Pattern.compile("(?<=\\S) {3,}\\S.*$");

    private final HtmlWriter html;

    CodeRenderer(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        String language = block.getInfo().split(" ")[0];
        html.line();
        if (language.equals("mermaid")) {
            html.tag("pre", Map.of("class", "mermaid"));
            html.text(block.getLiteral());
        } else if (language.isEmpty()) {
            html.tag("pre", Map.of("class", "terminal"));
            html.tag("code");
            block.getLiteral().lines().forEach(this::line);
            html.tag("/code");
        } else {
            html.tag("pre");
            html.tag("code", Map.of("class", "language-" + language));
            html.text(block.getLiteral());
            html.tag("/code");
        }
        html.tag("/pre");
        html.line();
    }

    private void line(String line) {
        if (line.startsWith(PROMPT)) {
            Matcher note = NOTE.matcher(line);
            int end = note.find() ? note.start() : line.length();
            span("prompt", PROMPT);
            span("typed", line.substring(PROMPT.length(), end));
            span("note", line.substring(end));
        } else if (line.startsWith("✓")) {
            span("good", line);
        } else if (line.startsWith("✗")) {
            span("bad", line);
        } else {
            html.text(line);
        }
        html.text("\n");
    }

    private void span(String kind, String text) {
        html.tag("span", Map.of("class", kind));
        html.text(text);
        html.tag("/span");
    }
}
