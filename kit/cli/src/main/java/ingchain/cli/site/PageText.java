package ingchain.cli.site;

import ingchain.cli.docs.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** The HTML of a document, with links that hold on the site. */
final class PageText extends AbstractVisitor {
    private static final Pattern HTML_LINK = Pattern.compile("(\\s(?:href|src)=\")([^\"]+)(\")");

    private final Addresses addresses;
    private final Path file;

    private PageText(Addresses addresses, Path file) {
        this.addresses = addresses;
        this.file = file;
    }

    /** Renders it; its links are changed on the way. */
    static String html(Document document, Addresses addresses, Path file) {
        document.root().accept(new PageText(addresses, file));
        Map<Node, String> anchors = document.sections().stream()
                .collect(Collectors.toMap(Document.Section::node, Document.Section::anchor));
        AttributeProvider ids = (node, tag, attributes) -> {
            if (anchors.containsKey(node)) {
                attributes.put("id", anchors.get(node));
            }
        };
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .attributeProviderFactory(context -> ids)
                .nodeRendererFactory(CodeRenderer::new)
                .build()
                .render(document.root());
    }

    @Override
    public void visit(Link link) {
        link.setDestination(onSite(link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        image.setDestination(onSite(image.getDestination()));
    }

    @Override
    public void visit(HtmlBlock html) {
        html.setLiteral(onSiteAll(html.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        html.setLiteral(onSiteAll(html.getLiteral()));
    }

    private String onSiteAll(String html) {
        return HTML_LINK
                .matcher(html)
                .replaceAll((MatchResult link) ->
                        Matcher.quoteReplacement(link.group(1) + onSite(link.group(2)) + link.group(3)));
    }

    /** A link within the page stays as it is, and so does one that leads nowhere: author check tells of it. */
    private String onSite(String link) {
        if (link.startsWith("#")) {
            return link;
        }
        return addresses
                .target(file, link)
                .filter(target -> Files.exists(target.file()))
                .map(target -> Addresses.relative(addresses.address(file), addresses.address(target.file()))
                        + (target.anchor().isEmpty() ? "" : link.substring(link.indexOf('#'))))
                .orElse(link);
    }
}
