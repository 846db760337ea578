package ingchain.cli.kit;

import java.nio.file.Path;

/**
 * The compiled code of one step.
 *
 * @param step which
 * @param mine the student's, and otherwise the reference
 * @param classes its folder
 * @param hash of everything that went into it, the steps before it included
 */
public record StepCode(Step step, boolean mine, Path classes, String hash) {}
