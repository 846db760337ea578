package ingchain.consensus;

import ingchain.checkpoint.CheckpointFailure;
import ingchain.checkpoint.Transcript;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Holds the student's code against every order of a scenario, or against one order that was asked for. */
final class EveryOrder {
    private static final int MILLIS_FOR_OTHER_THREADS = 500;

    /** The reference needs less than a second for all scenarios together. */
    private static final long SECONDS = 6;

    private final Transcript transcript;
    private final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

    EveryOrder(Transcript transcript) {
        this.transcript = transcript;
    }

    /** Expects all to be well in every order of every scenario; otherwise tells one of the shortest where it is not. */
    void holds(List<Scenario> scenarios) throws Throwable {
        for (Scenario scenario : scenarios) {
            holds(scenario);
        }
    }

    private void holds(Scenario scenario) throws Throwable {
        Trial trial = new Trial(scenario);
        expectRest(trial, List.of());
        Exploration exploration = new Exploration(trial, deadline);
        expectFollowed(trial);
        if (exploration.fault() != null) {
            fail(trial, exploration);
        }
        if (!exploration.isComplete()) {
            expectRest(trial, exploration.wayToLast());
        }
        transcript.step(scenario.name() + ": "
                + (exploration.isComplete() ? "all " : "it takes too long to try all orders; the first ")
                + exploration.orders() + " orders end well, by way of " + exploration.states() + " states");
    }

    /** Where nodes talk for ever, there is no end of orders, and no shortest: so that is looked for by itself. */
    private void expectRest(Trial trial, List<Integer> moves) throws Throwable {
        Playback playback = new Playback(trial, moves);
        expectFollowed(trial);
        if (playback.isEndless()) {
            tell(new PlayedOrder(trial.scenario(), moves), playback);
        }
    }

    private void fail(Trial trial, Exploration exploration) throws Throwable {
        PlayedOrder order = new PlayedOrder(trial.scenario(), exploration.wayToLast());
        Trial second = new Trial(trial.scenario());
        Playback again = new Playback(second, order.moves());
        if (!exploration.fault().equals(again.fault())) {
            second.noteInconstant();
        }
        if (again.thrown() == null) {
            second.awaitOtherThread(MILLIS_FOR_OTHER_THREADS);
        }
        expectFollowed(trial);
        expectFollowed(second);
        tell(order, again);
    }

    /** Plays one order, tells it in any case, and expects it to end well. */
    void replay(PlayedOrder order) throws Throwable {
        Trial trial = new Trial(order.scenario());
        Playback playback = new Playback(trial, order.moves());
        expectFollowed(trial);
        tell(order, playback);
    }

    private void tell(PlayedOrder order, Playback playback) throws Throwable {
        transcript.step("the order " + order.id() + "; play it again: ./ingchain check 4.5 --replay " + order.id());
        Story.tell(transcript, order.scenario(), playback);
        if (playback.thrown() != null) {
            throw playback.thrown();
        }
        if (playback.fault() != null) {
            throw CheckpointFailure.because(
                    playback.fault().causeId(), playback.fault().sentence());
        }
        transcript.step("nothing is on its way any more, and all nodes follow "
                + Told.block(playback.end().nodes().get(0).tip()) + ": all is well");
    }

    private static void expectFollowed(Trial trial) {
        if (trial.reasonNotToFollow() != null) {
            throw new TestAbortedException("the orders of messages cannot be tried one by one, because "
                    + trial.reasonNotToFollow() + ". That is allowed, and is judged over TCP");
        }
    }
}
