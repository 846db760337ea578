package ingchain.cli.docs;

import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All pages on which a command writes something. */
public final class Pages {
    private final Home home;
    private final Blocks blocks;

    /** The pages of this kit, and what commands write on them. */
    public Pages(Home home) {
        this(home, false);
    }

    /** @param quick whether to leave what takes a run of something as it is */
    public Pages(Home home, boolean quick) {
        this.home = home;
        this.blocks = new Blocks(home, quick);
    }

    /** All pages of the book, in all languages and in order; none where there is no book. */
    public static List<Path> all(Home home) throws IOException {
        Path docs = home.root().resolve("docs");
        if (!Files.isDirectory(docs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(docs)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The blocks on a page that a command writes, such as "matrix 1". */
    public static List<String> blocks(Path page) throws IOException {
        List<String> blocks = new ArrayList<>();
        new Page("", Files.readAllLines(page)).blocks((kind, about) -> blocks.add((kind + " " + about).strip()));
        return blocks;
    }

    /** Writes every block afresh; gives the files that have changed, as the user is shown them. */
    public List<String> write() throws IOException, InterruptedException {
        List<String> changed = new ArrayList<>();
        for (Rewritten page : rewritten()) {
            if (!page.fresh().equals(page.before())) {
                Files.writeString(page.file(), String.join("\n", page.fresh().lines()) + "\n");
                changed.add(page.before().name());
            }
        }
        return changed;
    }

    /** The first line that is not as a command would write it, FILE:LINE, for each page that has one. */
    public List<String> drifted() throws IOException, InterruptedException {
        List<String> drifted = new ArrayList<>();
        for (Rewritten page : rewritten()) {
            List<String> before = page.before().lines();
            List<String> fresh = page.fresh().lines();
            int line = 0;
            while (line < fresh.size()
                    && line < before.size()
                    && fresh.get(line).equals(before.get(line))) {
                line++;
            }
            if (line < Math.max(fresh.size(), before.size())) {
                drifted.add(page.before().name() + ":" + (line + 1));
            }
        }
        return drifted;
    }

    private record Rewritten(Path file, Page before, Page fresh) {}

    /** All pages with blocks. What students are told stands on a page in its language; a process speaks one at a time. */
    private List<Rewritten> rewritten() throws IOException, InterruptedException {
        List<Rewritten> pages = new ArrayList<>();
        String spoken = Texts.language();
        try {
            for (String language : Texts.LANGUAGES) {
                List<Path> files = files(language);
                if (anySpeaks(files)) {
                    Texts.speak(language);
                }
                for (Path file : files) {
                    page(file).blocks(blocks::prepare);
                }
                for (Path file : files) {
                    Page before = page(file);
                    pages.add(new Rewritten(file, before, before.written(blocks)));
                }
            }
        } finally {
            if (!Texts.language().equals(spoken)) {
                Texts.speak(spoken);
            }
        }
        return pages;
    }

    /** The pages with blocks in a language; what belongs to none counts as the first. */
    private List<Path> files(String language) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : all(home)) {
            String inDocs = home.shown(file).substring("docs/".length());
            if (Texts.languageOf(inDocs).equals(language) && !blocks(file).isEmpty()) {
                files.add(file);
            }
        }
        return files;
    }

    private static boolean anySpeaks(List<Path> files) throws IOException {
        for (Path file : files) {
            if (blocks(file).stream().anyMatch(Blocks::speaks)) {
                return true;
            }
        }
        return false;
    }

    private Page page(Path file) throws IOException {
        return new Page(home.shown(file), Files.readAllLines(file));
    }
}
