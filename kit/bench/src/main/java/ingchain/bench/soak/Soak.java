package ingchain.bench.soak;

import ingchain.block.Block;
import ingchain.transaction.Transaction;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ten nodes as processes on this machine, disturbed at random and then left alone, over and over. Each time that they
 * are left alone they must end on one chain, and all coins on it must be 50 for each block after the genesis block.
 */
public final class Soak {
    private static final int NODES = 10;

    /** Fewer than this and there would be nobody left to disturb. */
    private static final int FEWEST = 4;

    private static final Duration DISTURBED = Duration.ofSeconds(60);

    /** A call is tried again after half a minute at the latest; twice that, and a download. */
    private static final Duration TO_AGREE = Duration.ofSeconds(120);

    private static final int PAUSE_MILLIS = 700;
    private static final int REWARD = 50;

    private final Random random;
    private final PrintStream out;
    private final Switchboard lines;
    private final List<Member> members = new ArrayList<>();
    private final Counts counts = new Counts();
    private final Set<String> transfers = new HashSet<>();
    private boolean split;

    private Soak(long seed, PrintStream out, Path folder) throws IOException {
        this.random = new Random(seed);
        this.out = out;
        this.lines = new Switchboard(NODES);
        for (int i = 0; i < NODES; i++) {
            List<Integer> peers = List.of(lines.port((i + 1) % NODES), lines.port((i + 3) % NODES));
            members.add(new Member(lines.port(i), peers, folder.resolve("node" + (i + 1))));
        }
    }

    /** What was done to them. */
    private static final class Counts {
        private int mined;
        private int stopped;
        private int killed;
        private int forgot;
        private int splits;

        @Override
        public String toString() {
            return mined + " mined, " + stopped + " stopped, " + killed + " killed, " + splits + " splits so far";
        }
    }

    /**
     * @param minutes how long, at least
     * @param seed of what is random
     * @param out takes a line for each time that the nodes agreed, and what it comes to in the end
     * @return whether they always did
     */
    public static boolean run(int minutes, long seed, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ingchain-soak");
        out.println("soak of " + NODES + " nodes for " + minutes + " minutes, seed " + seed + ", logs in " + folder);
        Soak soak = new Soak(seed, out, folder);
        Thread whenWeEnd = new Thread(soak::end);
        Runtime.getRuntime().addShutdownHook(whenWeEnd);
        try {
            soak.goOn(Duration.ofMinutes(minutes));
            return true;
        } catch (IOException e) {
            out.println("FAILED: " + e.getMessage());
            return false;
        } finally {
            soak.end();
        }
    }

    private void end() {
        members.forEach(Member::close);
    }

    private void goOn(Duration whole) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (Member member : members) {
            member.join();
        }
        for (int round = 1; System.nanoTime() - start < whole.toNanos(); round++) {
            long until = System.nanoTime() + DISTURBED.toNanos();
            while (System.nanoTime() < until) {
                disturb();
                Thread.sleep(PAUSE_MILLIS);
            }
            out.println(minutes(start) + " round " + round + ": " + agree() + "; " + counts);
        }
        Member one = members.get(0);
        one.http().mine(one.account()); // takes up what still waits
        out.println(minutes(start) + " at the end: " + agree());
        report();
    }

    private static String minutes(long start) {
        return String.format("%5.1f min", (System.nanoTime() - start) / 60e9);
    }

    private void disturb() throws IOException, InterruptedException {
        for (Member member : members) {
            member.checkAlive();
        }
        int what = random.nextInt(100);
        if (what < 45) {
            Member miner = anyone(true);
            miner.http().mine(miner.account());
            counts.mined++;
        } else if (what < 75) {
            pay();
        } else if (what < 85) {
            leave();
        } else if (what < 94) {
            join();
        } else {
            splitOrMend();
        }
    }

    /** One that is here, or one that is away; null where there is none. */
    private Member anyone(boolean here) {
        List<Member> those =
                members.stream().filter(member -> member.isHere() == here).toList();
        return those.isEmpty() ? null : those.get(random.nextInt(those.size()));
    }

    private void pay() throws IOException, InterruptedException {
        Member payer = anyone(true);
        String receiver = members.get(random.nextInt(NODES)).account();
        int amount = 1 + random.nextInt(REWARD);
        try {
            transfers.add(payer.http().pay(payer.account(), receiver, amount));
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("answered 422")) {
                throw e;
            }
            // It has not so many coins, or they wait in a transfer already.
        }
    }

    private void leave() throws IOException, InterruptedException {
        Member leaving = anyone(true);
        if (members.stream().filter(Member::isHere).count() <= FEWEST) {
            return;
        }
        boolean killed = random.nextBoolean();
        leaving.leave(killed);
        if (killed) {
            counts.killed++;
        } else {
            counts.stopped++;
        }
        if (random.nextInt(5) == 0) {
            leaving.forget();
            counts.forgot++;
        }
    }

    private void join() throws IOException, InterruptedException {
        Member away = anyone(false);
        if (away != null) {
            away.join();
        }
    }

    private void splitOrMend() {
        if (split) {
            lines.mend();
        } else {
            List<Integer> all =
                    new ArrayList<>(IntStream.range(0, NODES).boxed().toList());
            Collections.shuffle(all, random);
            lines.split(Set.copyOf(all.subList(0, 2 + random.nextInt(NODES - 3))));
            counts.splits++;
        }
        split = !split;
    }

    /** Lets all come back and mends all lines; then they must agree. */
    private String agree() throws IOException, InterruptedException {
        lines.mend();
        split = false;
        for (Member away = anyone(false); away != null; away = anyone(false)) {
            away.join();
        }
        long start = System.nanoTime();
        List<String> tips = tips();
        while (Set.copyOf(tips).size() > 1) {
            if (System.nanoTime() - start > TO_AGREE.toNanos()) {
                throw new IOException("no agreement after " + TO_AGREE.toSeconds() + " s: " + tips);
            }
            Thread.sleep(PAUSE_MILLIS);
            tips = tips();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int height = members.get(0).http().tip().height();
        for (Member member : members) {
            checkCoins(member, height);
        }
        return String.format("all ten at %s after %.1f s, coins right on all", tips.get(0), seconds);
    }

    private List<String> tips() throws IOException, InterruptedException {
        List<String> tips = new ArrayList<>();
        for (Member member : members) {
            member.checkAlive();
            Block tip = member.http().tip();
            tips.add("height " + tip.height() + " " + tip.hash().substring(0, 12));
        }
        return tips;
    }

    private void checkCoins(Member at, int height) throws IOException, InterruptedException {
        long coins = 0;
        for (Member member : members) {
            coins += at.http().balance(member.account());
        }
        if (coins != (long) REWARD * (height - 1)) {
            throw new IOException("a node at height " + height + " counts " + coins + " coins");
        }
    }

    private void report() throws IOException, InterruptedException {
        Member one = members.get(0);
        int height = one.http().tip().height();
        Set<String> inBlocks = new HashSet<>();
        for (int i = 2; i <= height; i++) {
            one.http().block(i).transactions().stream().map(Transaction::hash).forEach(inBlocks::add);
        }
        long kept = transfers.stream().filter(inBlocks::contains).count();
        long largest = 0;
        for (Member member : members) {
            largest = Math.max(largest, member.residentMegabytes());
        }
        out.printf(
                "%d blocks mined, %d of them on the chain that all ended on; %d different transfers made, %d of them on it%n",
                counts.mined + 1, height - 1, transfers.size(), kept);
        out.printf(
                "%d times a node was stopped and %d times killed, %d of these came back with an empty chain;"
                        + " %d times the network was split; the largest node takes %d MB%n",
                counts.stopped, counts.killed, counts.forgot, counts.splits, largest);
    }
}
