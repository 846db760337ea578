package ingchain.cli.docs;

import ingchain.cli.kit.Home;
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
        this.home = home;
        this.blocks = new Blocks(home);
    }

    /** Writes every block afresh; gives the files that have changed, as the user is shown them. */
    public List<String> write() throws IOException, InterruptedException {
        List<String> changed = new ArrayList<>();
        for (Path file : files()) {
            Page page = page(file);
            Page fresh = page.written(blocks);
            if (!fresh.equals(page)) {
                Files.writeString(file, String.join("\n", fresh.lines()) + "\n");
                changed.add(page.name());
            }
        }
        return changed;
    }

    /** The first line that is not as a command would write it, FILE:LINE, for each page that has one. */
    public List<String> drifted() throws IOException, InterruptedException {
        List<String> drifted = new ArrayList<>();
        for (Path file : files()) {
            Page page = page(file);
            List<String> fresh = page.written(blocks).lines();
            int line = 0;
            while (line < fresh.size()
                    && line < page.lines().size()
                    && fresh.get(line).equals(page.lines().get(line))) {
                line++;
            }
            if (line < Math.max(fresh.size(), page.lines().size())) {
                drifted.add(page.name() + ":" + (line + 1));
            }
        }
        return drifted;
    }

    /** All pages; work on their blocks has begun. */
    private List<Path> files() throws IOException {
        Path docs = home.root().resolve("docs");
        if (!Files.isDirectory(docs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(docs)) {
            List<Path> files =
                    all.filter(each -> each.toString().endsWith(".md")).sorted().toList();
            for (Path file : files) {
                page(file).blocks(blocks::prepare);
            }
            return files;
        }
    }

    private Page page(Path file) throws IOException {
        return new Page(home.shown(file), Files.readAllLines(file));
    }
}
