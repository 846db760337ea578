package ingchain.cli.watch;

import ingchain.cli.check.ExerciseResult;
import ingchain.cli.check.Outcome;
import ingchain.cli.check.Progress.Entry;
import ingchain.cli.check.Progress.State;
import ingchain.cli.exercise.Exercise;
import ingchain.cli.hint.HintBook;
import ingchain.cli.kit.Home;
import ingchain.cli.reset.Reset;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which exercise the student is at, what its checks have found, and which one follows. */
final class Lesson {
    private final Home home;
    private final Checks checks;
    private final Pages pages;
    private final Moment moment = new Moment();

    Lesson(Home home, Checks checks, Pages pages) {
        this.home = home;
        this.checks = checks;
        this.pages = pages;
    }

    /** What is to be shown of it. */
    Moment moment() {
        return moment;
    }

    /**
     * Takes the first exercise, and checks it where the student has begun it.
     *
     * @param first null for the first that is not done
     */
    void begin(Exercise first) throws IOException {
        look();
        take(first != null ? first : next().orElse(null));
    }

    /** What there is to be done before the first key or save: shown is the exercise already. */
    void warmUp() {
        if (moment.exercise != null) {
            checks.rehearse(moment.exercise);
            Entry entry = entry(moment.exercise);
            if (entry.state() != State.NOT_DONE && !entry.isDone()) {
                check();
            }
        }
    }

    /** Looks how far the student has come. */
    void look() throws IOException {
        moment.entries = checks.entries();
    }

    /** Starts a check of the exercise. */
    void check() {
        if (moment.exercise != null) {
            moment.checking = true;
            checks.start(moment.exercise);
        }
    }

    /** The check has ended. */
    void checked(ExerciseResult result) throws IOException {
        if (!result.exercise().equals(moment.exercise)) {
            return;
        }
        moment.checking = false;
        look();
        if (!result.isDone()) {
            moment.news = result.outcome() == Outcome.NOT_DONE ? moment.news : null;
            moment.result = result;
            moment.hints = moment.hints == Moment.Hints.NONE ? Moment.Hints.NONE : Moment.Hints.LAST;
            return;
        }
        moment.news = pages.done(result);
        Exercise done = moment.exercise;
        next().filter(exercise -> !exercise.equals(done)).ifPresentOrElse(this::take, () -> take(null));
        checks.startChanged(moment.exercise == null ? done : moment.exercise);
    }

    /** What was done before may have been broken by the last change: then that comes first. */
    void rechecked() throws IOException {
        look();
        Optional<Exercise> broken = moment.entries.stream()
                .filter(entry -> entry.state() == State.CHECKED && !entry.isDone())
                .map(Entry::exercise)
                .filter(exercise -> moment.exercise == null || exercise.compareTo(moment.exercise) < 0)
                .findFirst();
        if (broken.isPresent() && moment.result == null) {
            take(broken.get());
            moment.news = Texts.of("watch.broken", broken.get().number());
            check();
        }
    }

    /** To an exercise that is done, a student goes to look at it: it is not checked, for then the next would follow. */
    void jump(Exercise exercise) {
        take(exercise);
        moment.news = null;
        moment.checking = false;
        Entry entry = entry(exercise);
        if (entry.state() == State.NOT_DONE || entry.isDone()) {
            checks.rehearse(exercise);
        } else {
            check();
        }
    }

    /** Gives one more hint. */
    void hint() throws IOException {
        if (moment.exercise != null) {
            // What helps against the last mistake is on the screen already, after "Next:".
            new HintBook(home).nextOfChapter(moment.exercise);
            moment.hints = Moment.Hints.FIRST;
        }
    }

    /** Puts the starter back, keeps the student's version beside it, and begins the exercise anew. */
    void reset(Exercise exercise, Reset reset) throws IOException {
        List<String> kept = reset.write();
        take(exercise);
        moment.news = kept.isEmpty() ? null : Texts.of("reset.kept", kept.get(0));
        moment.checking = false;
    }

    /** Whether the exercise was done when it was last checked. */
    boolean wasDone() {
        return moment.exercise != null && entry(moment.exercise).wasDone();
    }

    /** All exercises in order. */
    List<Exercise> exercises() {
        return moment.entries.stream().map(Entry::exercise).toList();
    }

    private void take(Exercise exercise) {
        moment.exercise = exercise;
        moment.result = null;
        moment.hints = Moment.Hints.NONE;
    }

    /** The first exercise that was not done yet, whatever has changed in those that were; a bonus last. */
    private Optional<Exercise> next() {
        return Stream.of(false, true)
                .flatMap(bonus -> moment.entries.stream()
                        .filter(entry -> !entry.wasDone() || entry.state() == State.NOT_DONE)
                        .map(Entry::exercise)
                        .filter(exercise -> exercise.isBonus() == bonus))
                .findFirst();
    }

    private Entry entry(Exercise exercise) {
        return moment.entries.stream()
                .filter(entry -> entry.exercise().equals(exercise))
                .findFirst()
                .orElseThrow();
    }
}
