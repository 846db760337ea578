package ingchain.cli.kit;

import java.nio.file.Path;

/**
 * An error that javac found.
 *
 * @param file the source; null where the error has no place
 * @param line from 1, or -1 where the error has no place
 * @param text the line's text without its indentation; empty where it has no place
 * @param message javac's own words
 */
public record CompileError(Path file, long line, String text, String message) {}
