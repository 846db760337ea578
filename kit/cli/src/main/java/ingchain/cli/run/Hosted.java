package ingchain.cli.run;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of a process that the command starts: runs a program and ends it when the command ends, however that
 * happens. The command holds the other end of standard input and writes nothing to it; so its end is the command's end.
 */
public final class Hosted {
    private Hosted() {}

    /**
     * @param args the program's main class, then its arguments
     */
    public static void main(String[] args) throws Throwable {
        Thread watch = new Thread(Hosted::endWithTheCommand, "ends with the command");
        watch.setDaemon(true);
        watch.start();
        String[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithTheCommand() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // The other end is gone, which is what this waits for.
        }
        Runtime.getRuntime().halt(1);
    }
}
