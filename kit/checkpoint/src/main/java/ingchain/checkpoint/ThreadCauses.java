package ingchain.checkpoint;

import static ingchain.checkpoint.StudentCode.place;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out from where the threads stood why something never came, or never ended. */
final class ThreadCauses {
    private ThreadCauses() {}

    /** Two threads that each hold the lock that the other wants. */
    static Optional<Cause> deadlock(Evidence evidence) {
        List<Position> locked = Stream.concat(Stream.ofNullable(evidence.testThread()), evidence.others().stream())
                .filter(ThreadStack::deadlocked)
                .flatMap(thread -> Position.of(thread, evidence.code()).stream())
                .toList();
        if (locked.size() < 2) {
            return Optional.empty();
        }
        String places = locked.stream()
                .map(position -> position.outermost() + " at " + place(position.line()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", and "));
        return Optional.of(new Cause(
                evidence.timedOut() ? Outcome.TIMED_OUT : Outcome.WRONG,
                "deadlock",
                "a deadlock: threads wait for locks that the other one holds, " + places));
    }

    static Optional<Cause> stuckInACall(Evidence evidence) {
        return Optional.ofNullable(evidence.testThread())
                .flatMap(thread -> Position.of(thread, evidence.code()))
                .map(position -> new Cause(
                        Outcome.TIMED_OUT,
                        stuckId(position),
                        position.outermost() + " has not returned: it " + position.standsAt()));
    }

    private static String stuckId(Position position) {
        if (position.waitsForLock()) {
            return "waits-for-lock";
        }
        return position.isBusy() ? "busy-loop" : "stuck-in-call";
    }

    static Optional<Cause> timedOut(Evidence evidence) {
        return evidence.timedOut()
                ? Optional.of(new Cause(
                        Outcome.TIMED_OUT,
                        evidence.suspected("still-waiting"),
                        "the checkpoint was still waiting; meanwhile "
                                + Position.all(evidence.others(), evidence.code())))
                : Optional.empty();
    }

    /** A thread that should accept the next peer does something else, and there is no other that accepts. */
    static Optional<Cause> acceptLoopBusy(Evidence evidence) {
        if (!evidence.waitedInVain()
                || evidence.peers() < 2
                || evidence.others().stream().anyMatch(ThreadStack::accepts)) {
            return Optional.empty();
        }
        return evidence.others().stream()
                .filter(thread -> evidence.code().isIn(thread, "accept"))
                .flatMap(thread -> Position.of(thread, evidence.code()).stream())
                .findFirst()
                .map(position -> new Cause(
                        Outcome.WRONG,
                        "accept-loop-busy",
                        "your accept loop " + position.standsAt() + ", so nobody else is accepted meanwhile"));
    }

    static Optional<Cause> waitedInVain(Evidence evidence) {
        return evidence.waitedInVain()
                ? Optional.of(new Cause(
                        Outcome.WRONG,
                        evidence.suspected("waited-in-vain"),
                        "meanwhile " + Position.all(evidence.others(), evidence.code())))
                : Optional.empty();
    }
}
