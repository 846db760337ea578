package ingchain.cli.bank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an entry of the bank makes of a solution's files. */
sealed interface Change {
    /** The name of the file as the entry gives it, for messages. */
    String file();

    /**
     * Makes the change.
     *
     * @param sources the solution's files by their paths below the source folder; the changed one is put there
     * @return what keeps it from being made, in a sentence; empty where it is made
     */
    Optional<String> apply(Map<Path, String> sources);

    /** A file that takes the place of the solution's file of that path, or is added to the others. */
    record Whole(String file, String text) implements Change {
        @Override
        public Optional<String> apply(Map<Path, String> sources) {
            sources.put(Lookup.path(sources, file).orElse(Path.of(file)), text);
            return Optional.empty();
        }
    }

    /**
     * A few lines in place of others. How far lines are indented does not count.
     *
     * @param before lines that follow each other in the file, and are there once
     * @param after what is there instead
     */
    record Hunk(String file, List<String> before, List<String> after) implements Change {
        @Override
        public Optional<String> apply(Map<Path, String> sources) {
            Path path = Lookup.path(sources, file).orElse(null);
            if (path == null) {
                return Optional.of("there is no file " + file + " in the solution");
            }
            List<String> lines = new ArrayList<>(sources.get(path).lines().toList());
            List<Integer> places = places(lines);
            if (places.size() != 1) {
                return Optional.of("the lines before the change are "
                        + (places.isEmpty() ? "not in " : places.size() + " times in ") + file + ": "
                        + before.get(0).strip());
            }
            List<String> place = lines.subList(places.get(0), places.get(0) + before.size());
            place.clear();
            place.addAll(after);
            sources.put(path, String.join("\n", lines) + "\n");
            return Optional.empty();
        }

        private List<Integer> places(List<String> lines) {
            List<Integer> places = new ArrayList<>();
            for (int start = 0; start + before.size() <= lines.size(); start++) {
                if (isAt(start, lines)) {
                    places.add(start);
                }
            }
            return places;
        }

        private boolean isAt(int start, List<String> lines) {
            for (int i = 0; i < before.size(); i++) {
                if (!lines.get(start + i).strip().equals(before.get(i).strip())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Finds a file by its path, or by its name alone. */
    final class Lookup {
        private Lookup() {}

        static Optional<Path> path(Map<Path, String> sources, String file) {
            return sources.keySet().stream().filter(path -> path.endsWith(file)).findFirst();
        }
    }
}
