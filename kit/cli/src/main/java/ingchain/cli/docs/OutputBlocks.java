package ingchain.cli.docs;

import ingchain.cli.kit.Home;
import ingchain.cli.kit.Java;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What pages show of a command: what it prints to standard output, run in the kit's folder. */
final class OutputBlocks implements Page.Writer {
    private static final int PATIENCE_SECONDS = 120;

    private final Home home;

    OutputBlocks(Home home) {
        this.home = home;
    }

    @Override
    public List<String> write(String kind, String about) throws IOException, InterruptedException {
        Path printed =
                Files.createTempFile("ingchain-output", ".txt"); // reading from the command would wait for its end
        Process process = new ProcessBuilder(words(about))
                .directory(home.root().toFile())
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new Failure(ExitCode.DOES_NOT_HOLD, Texts.of("pages.command-failed", about));
            }
            return block(new String(Files.readAllBytes(printed), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(printed);
        }
    }

    /** The output between fences, without what differs from run to run. */
    static List<String> block(String printed) {
        List<String> lines = new ArrayList<>();
        lines.add("```");
        printed.lines()
                .map(new Chance()::removed)
                .map(String::stripTrailing)
                .dropWhile(String::isEmpty)
                .forEach(lines::add);
        lines.add("```");
        return lines;
    }

    private List<String> words(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        switch (words.get(0)) {
            case "java" -> {
                words.set(0, Java.command());
                words.addAll(1, Java.UTF_8);
            }
            case "./ingchain" -> words.set(0, home.root().resolve("ingchain").toString());
            default -> {}
        }
        return words;
    }
}
