package ingchain.cli.check;

import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The last outcome of each exercise of the student's code, kept in a file of its own with a hash of what was checked.
 */
public final class Results {
    private final Path folder;

    /** Keeps them below the kit's state. */
    public Results(Home home) {
        folder = home.state().resolve("results");
    }

    /**
     * A result that was kept.
     *
     * @param outcome what it was
     * @param hash of everything that was checked
     */
    public record Kept(Outcome outcome, String hash) {}

    /** Keeps an outcome in place of the one before it. */
    public void keep(ExerciseResult result, String hash) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "unfinished-", "");
        Files.writeString(fresh, result.outcome() + "\n" + hash + "\n");
        Files.move(fresh, file(result.exercise().number()), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty where the exercise was never checked, or was by a kit that wrote its results differently. */
    public Optional<Kept> find(ExerciseNumber number) throws IOException {
        if (!Files.exists(file(number))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(number));
        for (Outcome outcome : Outcome.values()) {
            if (lines.size() == 2 && lines.get(0).equals(outcome.name())) {
                return Optional.of(new Kept(outcome, lines.get(1)));
            }
        }
        return Optional.empty();
    }

    /** Whether the exercise was done when exactly this was checked. */
    public boolean isDone(Exercise exercise, String hash) throws IOException {
        return find(exercise.number())
                .filter(kept -> kept.outcome() == Outcome.DONE && kept.hash().equals(hash))
                .isPresent();
    }

    private Path file(ExerciseNumber number) {
        return folder.resolve(number.toString());
    }
}
