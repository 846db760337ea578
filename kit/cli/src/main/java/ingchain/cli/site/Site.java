package ingchain.cli.site;

import ingchain.cli.docs.Document;
import ingchain.cli.docs.Pages;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All files of the site: the pages of the book, and whatever in the kit they lead to, on pages of its own. Which files there
 * are is found out once; each is made from its source when it is asked for, so that a page that is being written can be
 * looked at.
 */
public final class Site {
    private static final String SEARCH = Assets.FOLDER + "search-";

    private final Home home;
    private final Addresses addresses;
    private final Assets assets;
    private final Map<String, Path> sources = new TreeMap<>();

    /** Of the kit in this folder. */
    public Site(Home home) throws IOException {
        this.home = home;
        this.addresses = new Addresses(home);
        this.assets = new Assets(home);
        follow(Pages.all(home));
    }

    /** The names of all files, with slashes, such as "en/core.html". */
    public Set<String> addresses() {
        Set<String> all = new TreeSet<>(sources.keySet());
        all.addAll(Assets.addresses());
        Texts.LANGUAGES.forEach(language -> all.add(SEARCH + language + ".js"));
        all.add(Addresses.INDEX);
        return all;
    }

    /** The content of one of {@link #addresses}; empty for any other name, and where its source is gone. */
    public Optional<byte[]> file(String address) throws IOException {
        if (!addresses().contains(address)) {
            return Optional.empty();
        }
        Path source = sources.get(address);
        if (source == null) {
            return Optional.of(own(address));
        }
        if (!Files.exists(source)) {
            return Optional.empty();
        }
        return Optional.of(
                Addresses.isImage(source)
                        ? Files.readAllBytes(source)
                        : bytes(new PageMaker(home, addresses).page(address, source)));
    }

    private byte[] own(String address) throws IOException {
        if (address.equals(Addresses.INDEX)) {
            return Assets.resource("languages.html");
        }
        if (!address.startsWith(SEARCH)) {
            return assets.bytes(address);
        }
        SearchIndex index = new SearchIndex();
        for (Map.Entry<String, Path> page : sources.entrySet()) {
            String language = Texts.languageOf(page.getKey());
            if (!page.getKey().startsWith("files/") && address.equals(SEARCH + language + ".js")) {
                index.add(page.getKey(), Document.read(page.getValue()));
            }
        }
        return bytes(index.script());
    }

    /** Takes in these files and all that their links lead to. */
    private void follow(List<Path> pages) throws IOException {
        Deque<Path> ahead = new ArrayDeque<>(pages);
        while (!ahead.isEmpty()) {
            Path file = ahead.poll();
            boolean inside = file.startsWith(home.root()) && !file.equals(home.root()) && Files.exists(file);
            if (inside && sources.putIfAbsent(addresses.address(file), file) == null) {
                ahead.addAll(behind(file));
            }
        }
    }

    private List<Path> behind(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return PageMaker.listed(file);
        }
        if (!Addresses.isMarkdown(file)) {
            return List.of();
        }
        return Document.read(file).links().stream()
                .flatMap(link -> addresses.target(file, link.text()).stream())
                .map(Addresses.Target::file)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
