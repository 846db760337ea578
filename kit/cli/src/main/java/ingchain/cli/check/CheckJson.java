package ingchain.cli.check;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import ingchain.cli.kit.Home;
import java.util.List;

/** What a check found out, for editors and scripts. */
public final class CheckJson {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Home home;

    /** Shows paths as seen from this kit's root. */
    public CheckJson(Home home) {
        this.home = home;
    }

    /** A JSON object with the exercises in order. */
    public String text(List<ExerciseResult> results) {
        return GSON.toJson(new Checked(results.stream().map(this::row).toList()));
    }

    private Row row(ExerciseResult result) {
        List<Mistake> errors = result.errors().stream()
                .map(error -> new Mistake(
                        error.file() == null ? null : home.shown(error.file()), error.line(), error.message()))
                .toList();
        return new Row(
                result.exercise().number().toString(), result.isDone(), result.outcome(), result.tests(), errors);
    }

    private record Checked(List<Row> exercises) {}

    /**
     * One exercise.
     *
     * @param tests in the order in which they ran; empty where it does not compile
     * @param errors where it does not compile
     */
    private record Row(String exercise, boolean done, Outcome outcome, List<TestResult> tests, List<Mistake> errors) {}

    /** A place where it does not compile; the file is absent and the line -1 where there is none. */
    private record Mistake(String file, long line, String message) {}
}
