package ingchain.bench.node;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the JVM writes with {@code -Xlog:gc}: a line for each collection. */
final class GcLog {
    /** Such as {@code GC(3) Pause Young (Normal) (G1 Evacuation Pause) 173M->42M(400M) 9.337ms}. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

    private GcLog() {}

    /** How full the heap was at its fullest; 0 where nothing was ever collected. */
    static double mostMegabytes(String log) {
        return COLLECTION
                .matcher(log)
                .results()
                .map(MatchResult::group)
                .mapToDouble(line -> Double.parseDouble(line.substring(0, line.indexOf('M'))))
                .max()
                .orElse(0);
    }
}
