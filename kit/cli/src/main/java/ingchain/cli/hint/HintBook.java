package ingchain.cli.hint;

import ingchain.cli.check.Outcome;
import ingchain.cli.check.Results;
import ingchain.cli.check.Results.Kept;
import ingchain.cli.exercise.Chapter;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Gives the hints of an exercise, one at a time and each time a further one: first what helps against the mistake that the
 * last check found, then those of the chapter, from vague to concrete.
 */
public final class HintBook {
    private static final Set<Outcome> MISTAKES = Set.of(Outcome.WRONG, Outcome.THREW, Outcome.TIMED_OUT);
    private static final String CAUSES = "kit/checkpoint/target/classes/ingchain/checkpoint/causes";

    private final Home home;
    private final Results results;

    /** Of the chapters in this kit. */
    public HintBook(Home home) {
        this.home = home;
        this.results = new Results(home);
    }

    /**
     * A hint.
     *
     * @param title such as "Hint 1 of 3"
     * @param lines Markdown
     */
    public record Hint(String title, List<String> lines) {}

    /** The next hint, which counts as given from now on; empty where there is none at all. */
    public Optional<Hint> next(Exercise exercise) throws IOException {
        Kept kept = results.of(exercise.number());
        Optional<Hint> cause = ofCause(kept);
        if (cause.isPresent() && !kept.causeId().equals(kept.toldCauseId())) {
            results.update(exercise.number(), Kept::withCauseTold);
            return cause;
        }
        return nextOfChapter(exercise).or(() -> cause);
    }

    /** The next hint of the chapter, which counts as given from now on; the last one again where there is no further. */
    public Optional<Hint> nextOfChapter(Exercise exercise) throws IOException {
        int given = results.of(exercise.number()).hints();
        List<List<String>> all = Chapter.read(home, exercise.step()).hints(exercise.number());
        if (given < all.size()) {
            results.update(exercise.number(), Kept::withHint);
            return Optional.of(hint(all, given));
        }
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hint(Texts.of("hint.last", all.size()), all.get(all.size() - 1)));
    }

    /** The hints of the chapter that were given so far, in order. */
    public List<Hint> given(Exercise exercise) throws IOException {
        List<List<String>> all = Chapter.read(home, exercise.step()).hints(exercise.number());
        int given = Math.min(results.of(exercise.number()).hints(), all.size());
        List<Hint> hints = new ArrayList<>();
        for (int i = 0; i < given; i++) {
            hints.add(hint(all, i));
        }
        return hints;
    }

    private static Hint hint(List<List<String>> all, int index) {
        return new Hint(Texts.of("hint.title", index + 1, all.size()), all.get(index));
    }

    private Optional<Hint> ofCause(Kept kept) throws IOException {
        if (kept.outcome() == null || !MISTAKES.contains(kept.outcome())) {
            return Optional.empty();
        }
        return Optional.ofNullable(causes().getProperty(kept.causeId()))
                .map(text -> new Hint(Texts.of("hint.cause"), List.of(text)));
    }

    /** The command has nothing of kit/checkpoint on its class path, but it knows where it lies. */
    private Properties causes() throws IOException {
        Properties causes = new Properties();
        for (String file : List.of(CAUSES + ".properties", CAUSES + "_" + Texts.language() + ".properties")) {
            Path path = home.root().resolve(file);
            if (Files.exists(path)) {
                try (Reader reader = Files.newBufferedReader(path)) {
                    causes.load(reader);
                }
            }
        }
        return causes;
    }
}
