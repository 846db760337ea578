package ingchain.cli.author;

import ingchain.cli.kit.ClassPaths;
import ingchain.cli.kit.Home;
import ingchain.cli.run.ChildProcess;
import ingchain.cli.text.ExitCode;
import ingchain.cli.text.Failure;
import ingchain.cli.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps cores busy with loops that never pause, in a process that ends with the command, however that ends. */
public final class BusyLoops implements AutoCloseable {
    private static final String BUSY = "busy";
    private static final int START_SECONDS = 60;

    private final ChildProcess process;

    /** Keeps each of the cores busy from now on. */
    BusyLoops(Home home, Cores cores) throws IOException, InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        process = new ChildProcess(
                cores.prefix(),
                List.of(new ClassPaths(home).commandClasses()),
                BusyLoops.class.getName(),
                List.of(String.valueOf(cores.count())),
                line -> busy.countDown());
        if (!busy.await(START_SECONDS, TimeUnit.SECONDS)) {
            close();
            throw new Failure(ExitCode.BROKEN, Texts.of("soak.not-busy"));
        }
    }

    /**
     * Proves that the cores have been busy all the time.
     *
     * @throws Failure where they have not
     */
    void assertBusy() {
        if (!process.isAlive()) {
            throw new Failure(ExitCode.BROKEN, Texts.of("soak.not-busy"));
        }
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * The process.
     *
     * @param args how many loops
     */
    public static void main(String[] args) {
        for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
            new Thread(BusyLoops::loop, "busy loop " + i).start();
        }
        System.out.println(BUSY);
    }

    private static void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
