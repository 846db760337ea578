package ingchain.cli.check;

import java.util.List;

/**
 * What came of running the same checkpoints once, of several times in one JVM.
 *
 * @param results in the order in which the tests ended; where the JVM was cut short, the last one tells
 * @param millis how long all of them took together; 0 where the JVM was cut short
 */
public record Round(List<TestResult> results, long millis) {}
