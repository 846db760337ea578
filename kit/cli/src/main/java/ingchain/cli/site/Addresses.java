package ingchain.cli.site;

import ingchain.cli.kit.Home;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where each file of the kit stands on the site, and where a link on one of its pages leads. */
public final class Addresses {
    static final String INDEX = "index.html";
    private static final String DOCS = "docs/";
    private static final String README = "README.md";
    private static final Pattern IMAGE = Pattern.compile(".*\\.(svg|png|jpe?g|gif|webp)");
    private static final Pattern OUTSIDE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

    private final Home home;

    /** Of the kit in this folder. */
    public Addresses(Home home) {
        this.home = home;
    }

    /**
     * A place that a link names.
     *
     * @param file absolute; it need not exist
     * @param anchor without the #; empty where there is none
     */
    public record Target(Path file, String anchor) {}

    /** What a link in a file means; empty where it leads out of the kit, as to another host. */
    public Optional<Target> target(Path from, String link) {
        if (OUTSIDE.matcher(link).matches()) {
            return Optional.empty();
        }
        int hash = link.indexOf('#');
        String path = decoded(hash < 0 ? link : link.substring(0, hash));
        String anchor = hash < 0 ? "" : decoded(link.substring(hash + 1));
        Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        return Optional.of(new Target(file, anchor));
    }

    /** Where a file or a folder stands on the site. */
    String address(Path file) {
        if (Files.isDirectory(file)) {
            Path readme = file.resolve(README);
            return Files.exists(readme) ? address(readme) : "files/" + home.shown(file) + "/" + INDEX;
        }
        String shown = home.shown(file);
        if (shown.startsWith(DOCS) && isMarkdown(file)) {
            String name = shown.substring(DOCS.length(), shown.length() - ".md".length());
            return name.endsWith("README") ? name.replaceFirst("README$", INDEX) : name + ".html";
        }
        return "files/" + shown + (isImage(file) ? "" : ".html");
    }

    /** A link from one address to another, without a host. */
    static String relative(String from, String to) {
        Path folder = Path.of("/" + from).getParent();
        String path = folder.relativize(Path.of("/" + to)).toString().replace('\\', '/');
        return encoded(path);
    }

    static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }

    static boolean isImage(Path file) {
        return IMAGE.matcher(file.toString()).matches();
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
