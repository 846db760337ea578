package ingchain.cli.exercise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A solution source with its marked regions.
 *
 * @param file its path, for messages
 * @param lines its lines, without line ends
 * @param regions in the order in which they open
 */
public record MarkedSource(String file, List<String> lines, List<Region> regions) {
    // The space after the slashes is what a formatter puts there; it means the same.
    private static final Pattern OPENS = Pattern.compile("\\s*// ?>\\s*(?:([A-Za-z0-9][\\w.-]*)(?:\\s+(.*?))?)?\\s*");
    private static final Pattern CLOSES = Pattern.compile("\\s*// ?<\\s*([A-Za-z0-9][\\w.-]*)?\\s*");

    /**
     * Reads the markers of a source.
     *
     * @param file its path, for messages
     * @throws MarkerMistake where a region is not closed, not opened, crossed by another, or an exercise within an
     *     exercise
     */
    public static MarkedSource parse(String file, String text) throws MarkerMistake {
        return new Parser(file, text.lines().toList()).parse();
    }

    /** What is in a region, without markers. */
    public List<String> plainLines(Region region) {
        return lines.subList(region.first(), region.last() - 1).stream()
                .filter(line -> !isMarker(line))
                .toList();
    }

    /** Whether anything is left to the student; a file of which nothing is, is given as it stands. */
    public boolean hasExercises() {
        return regions.stream().anyMatch(region -> region.exercise().isPresent());
    }

    /** The comment above the region that gives the exercise its title, without its slashes; empty where there is none. */
    List<String> commentAbove(Exercise exercise) {
        Region main = regions.stream()
                .filter(region -> region.label().equals(exercise.label()) && Starter.refuses(this, region))
                .findFirst()
                .orElse(null);
        List<String> comment = new ArrayList<>();
        for (int line = main == null ? 0 : main.first() - 1; line >= 1; line--) {
            String text = lines.get(line - 1).strip();
            if (!text.startsWith("// ")) {
                break;
            }
            comment.add(0, text.substring("// ".length()));
        }
        return comment;
    }

    /** Whether the line is a marker, and so no part of starter, solution or snippet. */
    static boolean isMarker(String line) {
        return OPENS.matcher(line).matches() || CLOSES.matcher(line).matches();
    }

    /** Goes over the lines once, with the regions that are open at the moment on a stack. */
    private static final class Parser {
        private final String file;
        private final List<String> lines;
        private final List<Region> regions = new ArrayList<>();
        private final Deque<Region> open = new ArrayDeque<>();

        Parser(String file, List<String> lines) {
            this.file = file;
            this.lines = lines;
        }

        MarkedSource parse() throws MarkerMistake {
            for (int line = 1; line <= lines.size(); line++) {
                Matcher opens = OPENS.matcher(lines.get(line - 1));
                Matcher closes = CLOSES.matcher(lines.get(line - 1));
                if (opens.matches()) {
                    open(new Region(orEmpty(opens.group(1)), orEmpty(opens.group(2)), line, line));
                } else if (closes.matches()) {
                    close(orEmpty(closes.group(1)), line);
                }
            }
            if (!open.isEmpty()) {
                Region region = open.peek();
                throw mistake(
                        region.first(), "region %s is never closed: //< %s is missing", region.name(), region.name());
            }
            regions.sort((a, b) -> Integer.compare(a.first(), b.first()));
            return new MarkedSource(file, lines, List.copyOf(regions));
        }

        private void open(Region region) throws MarkerMistake {
            if (region.name().isEmpty()) {
                throw mistake(
                        region.first(), "a region needs a name: the number of an exercise or the name of a snippet");
            }
            for (Region outer : open) {
                if (outer.exercise().isPresent() && region.exercise().isPresent()) {
                    throw mistake(
                            region.first(),
                            "exercise %s opens within exercise %s of line %d: exercises do not nest",
                            region.name(),
                            outer.name(),
                            outer.first());
                }
            }
            open.push(region);
        }

        private void close(String name, int line) throws MarkerMistake {
            if (open.isEmpty()) {
                throw mistake(line, "//< %s closes a region that was never opened", name);
            }
            Region region = open.pop();
            if (!region.name().equals(name)) {
                throw mistake(
                        line, "//< %s comes while %s of line %d is still open", name, region.name(), region.first());
            }
            regions.add(new Region(name, region.title(), region.first(), line));
        }

        private static String orEmpty(String group) {
            return group == null ? "" : group;
        }

        private MarkerMistake mistake(int line, String sentence, Object... values) {
            return new MarkerMistake(file, line, String.format(sentence, values));
        }
    }
}
