package ingchain.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The verdicts of tests that have ended, from the extension that finds them to the run that reports them. */
final class Verdicts {
    private static final Map<String, Verdict> BY_TEST = new ConcurrentHashMap<>();

    private Verdicts() {}

    static void put(String uniqueId, Verdict verdict) {
        BY_TEST.put(uniqueId, verdict);
    }

    static Optional<Verdict> take(String uniqueId) {
        return Optional.ofNullable(BY_TEST.remove(uniqueId));
    }
}
