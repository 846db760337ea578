package ingchain.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;

/** Exercise numbers such as "1.2": their order, and where a student reads about them. */
final class ExerciseNumber {
    private ExerciseNumber() {}

    /** Negative where {@code a} is to be done before {@code b}; "3.10" comes after "3.9". */
    static int compare(String a, String b) {
        int steps = Integer.compare(part(a, 0), part(b, 0));
        return steps != 0 ? steps : Integer.compare(part(a, 1), part(b, 1));
    }

    /** The part of the documentation that tells what is asked for. */
    static String chapter(String exercise) {
        String file = switch (part(exercise, 0)) {
            case 1 -> "step01-server.md";
            case 2 -> "step02-client.md";
            case 3 -> "step03-message.md";
            case 4 -> "step04-longest-chain.md";
            default -> "";
        };
        Path root = Path.of(System.getProperty("ingchain.root", ""));
        String own = Texts.of("chapter.file", file);
        return Texts.of("chapter", exercise, Files.exists(root.resolve(own)) ? own : "docs/en/" + file);
    }

    private static int part(String exercise, int index) {
        return Integer.parseInt(exercise.split("\\.")[index]);
    }
}
