package ingchain.cli.docs;

import ingchain.cli.exercise.MarkedSource;
import ingchain.cli.exercise.MarkerMistake;
import ingchain.cli.exercise.Region;
import ingchain.cli.kit.Home;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What pages show of the sources: a named region, {@code core/.../Block.java#hash}. */
final class CodeBlocks implements Page.Writer {
    private static final String FENCE = "```";

    private final Home home;

    CodeBlocks(Home home) {
        this.home = home;
    }

    @Override
    public List<String> write(String kind, String about) throws IOException {
        int hash = about.indexOf('#');
        Path file = home.root().resolve(hash < 0 ? about : about.substring(0, hash));
        if (hash < 0 || !Files.isRegularFile(file)) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("pages.no-file", about));
        }
        List<String> code = region(file, about.substring(hash + 1));
        List<String> lines = new ArrayList<>();
        lines.add(FENCE + (about.contains(".java#") || about.contains(".jsh#") ? "java" : ""));
        lines.addAll(String.join("\n", code).stripIndent().lines().toList());
        lines.add(FENCE);
        return lines;
    }

    private List<String> region(Path file, String name) throws IOException {
        try {
            MarkedSource source = MarkedSource.parse(home.shown(file), Files.readString(file));
            for (Region region : source.regions()) {
                if (region.name().equals(name)) {
                    return code(source, region);
                }
            }
        } catch (MarkerMistake mistake) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, mistake.getMessage());
        }
        throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("pages.no-region", home.shown(file), name));
    }

    /** The lines of the region without the markers in it; what a student is to write must not be shown. */
    private List<String> code(MarkedSource source, Region region) {
        boolean tells = source.regions().stream()
                .anyMatch(other -> other.exercise().isPresent()
                        && other.first() <= region.last()
                        && other.last() >= region.first());
        if (tells) {
            throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("pages.tells", source.file(), region.name()));
        }
        return source.plainLines(region);
    }
}
