package ingchain.cli.check;

import ingchain.cli.exercise.Course;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.kit.Home;
import ingchain.cli.kit.Step;
import ingchain.cli.kit.StepCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far a student has come, from the sources and the results that were kept; nothing is run. */
public final class Progress {
    /** What is known about an exercise without running it. */
    public enum State {
        /** The last check saw exactly this code, and told its outcome. */
        CHECKED,
        /** The starter's ExerciseNotDone still stands. */
        NOT_DONE,
        /** It was checked, and something has changed since. */
        CHANGED,
        /** It was never checked. */
        NOT_CHECKED
    }

    /**
     * One exercise.
     *
     * @param exercise which
     * @param state what is known
     * @param last the outcome of the last check; empty where it was never checked
     */
    public record Entry(Exercise exercise, State state, Optional<Outcome> last) {
        /** Whether the last check, of exactly this code, found it done. */
        public boolean isDone() {
            return state == State.CHECKED && wasDone();
        }

        /** Whether the last check found it done, whatever has changed since. */
        public boolean wasDone() {
            return last.filter(outcome -> outcome == Outcome.DONE).isPresent();
        }
    }

    private final Home home;
    private final Course course;
    private final Checker checker;
    private final Results results;

    /** Of the student whose code is in this kit. */
    public Progress(Home home, Course course) {
        this(home, course, new Checker(home));
    }

    /** The same, with what a checker has found out about the kit already. */
    public Progress(Home home, Course course, Checker checker) {
        this.home = home;
        this.course = course;
        this.checker = checker;
        this.results = new Results(home);
    }

    /** All exercises in order. */
    public List<Entry> entries() throws IOException {
        LineUp lineUp = new LineUp(home, course, checker);
        List<Entry> entries = new ArrayList<>();
        List<StepCode> earlier = new ArrayList<>();
        for (Step step : home.steps()) {
            String hash = checker.hash(step, earlier);
            UndonePlaces undone = new UndonePlaces(home, step);
            for (Exercise exercise : course.exercises(step)) {
                entries.add(entry(exercise, hash, undone));
            }
            earlier.add(lineUp.choose(step, earlier));
        }
        return entries;
    }

    private Entry entry(Exercise exercise, String hash, UndonePlaces undone) throws IOException {
        Optional<Results.Kept> kept = results.find(exercise.number());
        State state;
        if (kept.isPresent() && kept.get().hash().equals(hash)) {
            state = State.CHECKED;
        } else if (undone.contains(exercise.number())) {
            state = State.NOT_DONE;
        } else {
            state = kept.isPresent() ? State.CHANGED : State.NOT_CHECKED;
        }
        return new Entry(exercise, state, kept.map(Results.Kept::outcome));
    }
}
