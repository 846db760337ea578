package ingchain.cli.exercise;

import ingchain.cli.kit.Step;
import java.nio.file.Path;

/**
 * A Java file of a reference.
 *
 * @param step the step it solves
 * @param path its place below the step's sources; the starter has the same
 * @param source its text and regions
 */
public record SolutionFile(Step step, Path path, MarkedSource source) {}
