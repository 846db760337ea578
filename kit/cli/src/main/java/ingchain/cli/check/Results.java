package ingchain.cli.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.exercise.ExerciseNumber;
import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What cannot be read from a student's code: the last outcome of each exercise, with a hash of what was checked, and the
 * hints that were given. Kept in one small file. Several commands may use it at once.
 */
public final class Results {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
    private static final TypeToken<TreeMap<String, Kept>> TYPE = new TypeToken<>() {};

    private final Path file;
    private final Path lock;
    private String text;
    private Map<String, Kept> parsed = Map.of();

    /** Keeps them below the kit's state. */
    public Results(Home home) {
        file = home.state().resolve("progress.json");
        lock = home.state().resolve("progress.lock");
    }

    /**
     * What is kept of an exercise.
     *
     * @param outcome of its last check; null where it was never checked
     * @param hash of everything that was checked
     * @param causeId the kind of mistake that the last check found; empty for none
     * @param hints how many of the chapter's hints were given
     * @param toldCauseId the kind of mistake for which a hint was given last; empty for none
     */
    public record Kept(Outcome outcome, String hash, String causeId, int hints, String toldCauseId) {
        static final Kept NOTHING = new Kept(null, "", "", 0, "");

        Kept checked(Outcome outcome, String hash, String causeId) {
            return new Kept(outcome, hash, causeId, hints, toldCauseId);
        }

        /** The same with one more hint of the chapter given. */
        public Kept withHint() {
            return new Kept(outcome, hash, causeId, hints + 1, toldCauseId);
        }

        /** The same with the hint for the last mistake given. */
        public Kept withCauseTold() {
            return new Kept(outcome, hash, causeId, hints, causeId);
        }
    }

    /** Keeps an outcome in place of the one before it. */
    void keep(ExerciseResult result, String hash) throws IOException {
        String causeId = result.decisive().map(TestResult::causeId).orElse("");
        update(result.exercise().number(), kept -> kept.checked(result.outcome(), hash, causeId));
    }

    /** Empty where the exercise was never checked, or was by a kit that wrote its results differently. */
    public Optional<Kept> find(ExerciseNumber number) throws IOException {
        return Optional.of(of(number)).filter(kept -> kept.outcome() != null);
    }

    /** What is kept of the exercise, checked or not. */
    public Kept of(ExerciseNumber number) throws IOException {
        return read().getOrDefault(number.toString(), Kept.NOTHING);
    }

    /** Whether the exercise was done when exactly this was checked. */
    boolean isDone(Exercise exercise, String hash) throws IOException {
        return find(exercise.number())
                .filter(kept -> kept.outcome() == Outcome.DONE && kept.hash().equals(hash))
                .isPresent();
    }

    /** Changes what is kept of an exercise; nobody else changes anything meanwhile. */
    public void update(ExerciseNumber number, UnaryOperator<Kept> change) throws IOException {
        Files.createDirectories(file.getParent());
        synchronized (Results.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Map<String, Kept> all = new TreeMap<>(read());
                all.merge(number.toString(), change.apply(Kept.NOTHING), (old, first) -> change.apply(old));
                Path fresh = Files.createTempFile(file.getParent(), "progress-", "");
                Files.writeString(fresh, GSON.toJson(all) + "\n");
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    /** Asked for each exercise again, and parsed only where something has changed. */
    private synchronized Map<String, Kept> read() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        String now = Files.readString(file);
        if (!now.equals(text)) {
            parsed = parse(now);
            text = now;
        }
        return parsed;
    }

    private static Map<String, Kept> parse(String text) {
        try {
            Map<String, Kept> all = GSON.fromJson(text, TYPE);
            if (all == null) {
                return Map.of();
            }
            all.values().removeIf(kept -> kept == null || kept.hash() == null || kept.causeId() == null);
            return all;
        } catch (JsonParseException e) {
            // Somebody else wrote into it; what was known is found out again by the next check.
            return Map.of();
        }
    }
}
