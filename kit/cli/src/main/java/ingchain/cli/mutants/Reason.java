package ingchain.cli.mutants;

import ingchain.cli.exercise.ExerciseNumber;

/**
 * Why a mutant may survive.
 *
 * @param place where the reason is written down, FILE:LINE
 * @param exercise whose region the mutant is in
 * @param file the name of the source, such as PeerServer.java
 * @param change what was changed, in PIT's words
 * @param code the line that was changed, without the space around it
 * @param why in a sentence or two
 */
record Reason(String place, ExerciseNumber exercise, String file, String change, String code, String why) {}
