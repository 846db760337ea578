package ingchain.cli.site;

import ingchain.cli.docs.Document;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every page has around its text: the contents, search, the other language, the way back and the way on. */
final class Frame {
    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private final Home home;
    private final Addresses addresses;
    private final Path source;

    Frame(Home home, Addresses addresses, Path source) {
        this.home = home;
        this.addresses = addresses;
        this.source = source;
    }

    /** The whole page. */
    String around(String address, String title, List<Document.Section> sections, String text) throws IOException {
        String language = Texts.languageOf(address);
        Book book = Book.read(home, language);
        Map<String, String> blanks = new HashMap<>();
        blanks.put("language", language);
        blanks.put("title", escaped(title));
        blanks.put("root", address.replaceAll("[^/]+", "..").replaceFirst("\\.\\.$", ""));
        blanks.put("contents", Addresses.relative(address, addresses.address(book.contents())));
        blanks.put("text", text);
        blanks.put("nav", navigation(book, address, sections));
        blanks.put("other", other(address, language));
        blanks.put("ways", ways(book, address, language));
        blanks.put("mermaid", text.contains("<pre class=\"mermaid\">") ? script(blanks, "mermaid.min.js") : "");
        blanks.put("highlight", text.contains("class=\"language-") ? script(blanks, "highlight.min.js") : "");
        for (String word : List.of("book", "menu", "search", "nothing", "theme")) {
            blanks.put(word + "Word", escaped(Texts.in(language, "site." + word)));
        }
        String frame = new String(Assets.resource("page.html"), StandardCharsets.UTF_8);
        return BLANK.matcher(frame)
                .replaceAll((MatchResult blank) -> Matcher.quoteReplacement(blanks.get(blank.group(1))));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String script(Map<String, String> blanks, String name) {
        return "<script defer src=\"" + blanks.get("root") + Assets.FOLDER + name + "\"></script>";
    }

    /** The contents; below this very page stand its sections. */
    private String navigation(Book book, String address, List<Document.Section> sections) {
        StringBuilder html = new StringBuilder();
        for (Book.Part part : book.parts()) {
            html.append("<p>").append(escaped(part.title())).append("</p>\n<ul>\n");
            for (Book.Entry entry : part.entries()) {
                boolean here = entry.file().equals(source);
                html.append("<li>")
                        .append(link(address, entry.file(), entry.title(), here ? "aria-current=\"page\"" : ""));
                if (here) {
                    html.append(sections(sections));
                }
                html.append("</li>\n");
            }
            html.append("</ul>\n");
        }
        return html.toString();
    }

    private static String sections(List<Document.Section> sections) {
        StringBuilder html = new StringBuilder("<ul>");
        sections.stream()
                .filter(section -> section.level() == 2)
                .forEach(section -> html.append("<li><a href=\"#")
                        .append(escaped(section.anchor()))
                        .append("\">")
                        .append(escaped(section.text()))
                        .append("</a></li>"));
        return html.append("</ul>").toString();
    }

    /** A link to the same page in the other language, or to its contents where there is no such page. */
    private String other(String address, String language) {
        String other = Texts.LANGUAGES.get(1 - Texts.LANGUAGES.indexOf(language));
        Path docs = home.root().resolve("docs");
        Path page = source.startsWith(docs.resolve(language))
                ? docs.resolve(other).resolve(docs.resolve(language).relativize(source))
                : docs.resolve(other);
        Path there = Files.exists(page) ? page : docs.resolve(other);
        if (!Files.exists(there)) {
            return "";
        }
        return link(address, there, Texts.in(other, "site.language"), "lang=\"" + other + "\" class=\"button\"");
    }

    private String ways(Book book, String address, String language) {
        List<Book.Entry> entries = book.entries();
        int here = 0;
        while (here < entries.size() && !entries.get(here).file().equals(source)) {
            here++;
        }
        Book.Entry contents = new Book.Entry(book.contents(), Texts.in(language, "site.contents"));
        boolean first = here <= 1 || here >= entries.size();
        Book.Entry back = first ? contents : entries.get(here - 1);
        Book.Entry on = here + 1 < entries.size() ? entries.get(here + 1) : contents;
        String html = here == 0 ? "<span></span>" : link(address, back.file(), "← " + back.title(), "rel=\"prev\"");
        return on.equals(back) ? html : html + link(address, on.file(), on.title() + " →", "rel=\"next\"");
    }

    private String link(String from, Path to, String title, String attributes) {
        return "<a href=\"" + escaped(Addresses.relative(from, addresses.address(to))) + "\" " + attributes + ">"
                + escaped(title) + "</a>";
    }
}
