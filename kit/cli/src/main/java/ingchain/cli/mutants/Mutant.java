package ingchain.cli.mutants;

import ingchain.cli.exercise.ExerciseNumber;

/**
 * A solution with one small change, in a region that students write.
 *
 * @param exercise whose region it is
 * @param file the name of the source, such as PeerServer.java
 * @param line where it was changed, from 1
 * @param code that line, without the space around it
 * @param change what was changed, in PIT's words
 * @param killed whether a checkpoint noticed
 */
record Mutant(ExerciseNumber exercise, String file, int line, String code, String change, boolean killed) {

    /** Whether this is what a reason speaks of; of several alike on one line, each has a reason of its own. */
    boolean isMeantBy(Reason reason) {
        return exercise.equals(reason.exercise())
                && file.equals(reason.file())
                && code.equals(reason.code())
                && change.equals(reason.change());
    }
}
