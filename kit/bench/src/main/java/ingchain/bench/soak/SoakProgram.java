package ingchain.bench.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Random;

/** {@code bench.jar soak [--minutes N] [--seed N]}: runs a {@link Soak}. */
public final class SoakProgram {
    private static final int DEFAULT_MINUTES = 60;

    private SoakProgram() {}

    /**
     * @param args the word soak, and options
     * @return 0 where the nodes always agreed, 1 where they did not, 2 where the options are wrong
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        int minutes = DEFAULT_MINUTES;
        long seed = new Random().nextInt(Integer.MAX_VALUE);
        try {
            for (int i = 1; i < args.length; i += 2) {
                switch (args[i]) {
                    case "--minutes" -> minutes = Integer.parseInt(args[i + 1]);
                    case "--seed" -> seed = Long.parseLong(args[i + 1]);
                    default -> throw new NumberFormatException();
                }
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            err.println("The soak is started with: soak [--minutes N] [--seed N].");
            return 2;
        }
        try {
            return Soak.run(minutes, seed, out) ? 0 : 1;
        } catch (IOException e) {
            err.println("The soak could not be run: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
