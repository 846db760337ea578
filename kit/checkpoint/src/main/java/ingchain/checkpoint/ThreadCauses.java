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
                .map(position -> Texts.of("position.at", position.outermost(), place(position.line())))
                .distinct()
                .sorted()
                .collect(Collectors.joining(Texts.of("position.and")));
        return Optional.of(new Cause(
                evidence.timedOut() ? Outcome.TIMED_OUT : Outcome.WRONG, "deadlock", Texts.of("deadlock", places)));
    }

    static Optional<Cause> stuckInACall(Evidence evidence) {
        return Optional.ofNullable(evidence.testThread())
                .flatMap(thread -> Position.of(thread, evidence.code()))
                .map(position -> new Cause(
                        Outcome.TIMED_OUT,
                        stuckId(position, evidence),
                        Texts.of(
                                "stuck",
                                position.outermost(),
                                position.standsAt(),
                                holder(evidence.testThread(), evidence))));
    }

    private static String stuckId(Position position, Evidence evidence) {
        if (position.waitsForLock()) {
            return "waits-for-lock";
        }
        if (position.accepts()) {
            return "accepts-on-callers-thread";
        }
        return evidence.suspected(position.isBusy() ? "busy-loop" : "stuck-in-call");
    }

    /** Who has the lock that a thread waits for, where that is known. */
    private static String holder(ThreadStack waiting, Evidence evidence) {
        return evidence.others().stream()
                .filter(thread -> thread.thread().getId() == waiting.lockOwner())
                .flatMap(thread -> Position.of(thread, evidence.code()).stream())
                .findFirst()
                .map(position -> Texts.of("holder", position.outermost(), position.standsAt()))
                .orElse("");
    }

    static Optional<Cause> timedOut(Evidence evidence) {
        return evidence.timedOut()
                ? Optional.of(new Cause(
                        Outcome.TIMED_OUT,
                        evidence.suspected("still-waiting"),
                        Texts.of("timed-out", Position.all(evidence.others(), evidence.code()))))
                : Optional.empty();
    }

    /** A thread that should accept the next peer does something else, and there is no other that accepts. */
    static Optional<Cause> acceptLoopBusy(Evidence evidence) {
        if (!evidence.waitedInVain()
                || evidence.peers() < 2
                || !evidence.unserved()
                || evidence.others().stream().anyMatch(ThreadStack::accepts)) {
            return Optional.empty();
        }
        return evidence.others().stream()
                .filter(thread -> evidence.code().isIn(thread, "accept"))
                .flatMap(thread -> Position.of(thread, evidence.code()).stream())
                .findFirst()
                .map(position -> new Cause(
                        Outcome.WRONG, "accept-loop-busy", Texts.of("accept-loop-busy", position.standsAt())));
    }

    /** A peer has called and was never answered, and there is nobody to take its call. */
    static Optional<Cause> nobodyAccepts(Evidence evidence) {
        if (!evidence.waitedInVain()
                || !evidence.unserved()
                || evidence.others().stream()
                        .anyMatch(thread -> thread.accepts() || evidence.code().isIn(thread, "accept"))) {
            return Optional.empty();
        }
        return Optional.of(new Cause(
                Outcome.WRONG,
                "nobody-accepts",
                Texts.of("nobody-accepts", Position.all(evidence.others(), evidence.code()))));
    }

    /** Something did not come, and a thread that might have done it stands before a lock. */
    static Optional<Cause> waitsForLock(Evidence evidence) {
        if (!evidence.waitedInVain()) {
            return Optional.empty();
        }
        return evidence.others().stream()
                .flatMap(thread -> Position.of(thread, evidence.code()).stream()
                        .filter(Position::waitsForLock)
                        .map(position -> new Cause(
                                Outcome.WRONG,
                                "waits-for-lock",
                                Texts.of(
                                        "waits-for-lock",
                                        position.outermost(),
                                        position.standsAt(),
                                        holder(thread, evidence)))))
                .findFirst();
    }

    static Optional<Cause> waitedInVain(Evidence evidence) {
        return evidence.waitedInVain()
                ? Optional.of(new Cause(
                        Outcome.WRONG,
                        evidence.suspected("waited-in-vain"),
                        Texts.of("waited-in-vain", Position.all(evidence.others(), evidence.code()))))
                : Optional.empty();
    }
}
