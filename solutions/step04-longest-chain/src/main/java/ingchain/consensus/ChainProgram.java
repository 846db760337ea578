package ingchain.consensus;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.network.NetworkProgram;
import ingchain.network.P2PNetwork;
import ingchain.program.Arguments;
import ingchain.program.Program;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A node that mines, checks and follows the longest chain. Start several, in any order, and see them agree. */
public final class ChainProgram {
    private static final int MOST_BLOCKS = 10_000;
    private static final int MOST_SECONDS = 3_600;

    private ChainProgram() {}

    /**
     * @param args as in {@link NetworkProgram}; {@code --mine N}: how many blocks to mine before listening; {@code
     *     --every SECONDS}: then mine a block now and then
     */
    public static void main(String[] args) {
        Program.run(args, List.of("--host", "--port", "--peer", "--mine", "--every"), ChainProgram::start);
    }

    private static AutoCloseable start(Arguments arguments) throws IOException {
        int every = arguments.number("--every", 0, MOST_SECONDS);
        Ingchain ingchain = new Ingchain();
        String miner = ingchain.wallet().create().account();
        for (int i = arguments.number("--mine", 0, MOST_BLOCKS); i > 0; i--) {
            ingchain.mine(miner);
        }
        AtomicReference<P2PNetwork> network = new AtomicReference<>();
        ChainSync sync = new ChainSync(
                ingchain, ForkChoice.LONGEST, text -> network.get().broadcast(text), System.out::println);
        network.set(new P2PNetwork(sync.handler(), P2PNetwork.GREETING, System.out::println));
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, ChainProgram::daemon);
        timer.scheduleWithFixedDelay(new TipPrinter(ingchain), 0, 100, TimeUnit.MILLISECONDS);
        NetworkProgram.listenAndDial(network.get(), arguments);
        if (every > 0) {
            timer.scheduleWithFixedDelay(() -> sync.mine(miner), every, every, TimeUnit.SECONDS);
        }
        return network.get();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Prints the tip whenever it has changed. */
    private static final class TipPrinter implements Runnable {
        private final Ingchain ingchain;
        private Block printed;

        TipPrinter(Ingchain ingchain) {
            this.ingchain = ingchain;
        }

        @Override
        public void run() {
            Block tip = ingchain.chain().tip();
            if (tip != printed) {
                printed = tip;
                System.out.println("height " + tip.height() + " tip " + tip.hash());
            }
        }
    }
}
