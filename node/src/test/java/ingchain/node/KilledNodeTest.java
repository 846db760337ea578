package ingchain.node;

import static org.assertj.core.api.Assertions.assertThat;

import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.consensus.ChainRules;
import ingchain.json.Json;
import ingchain.node.Victim.Announced;
import ingchain.node.chain.Work;
import ingchain.transaction.TransactionRules;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is killed (SIGKILL) at random moments, over and over on the same folders. Each time the folder must
 * hold a valid chain that has every block which the node had announced, or shows more work than that.
 */
@DisplayName("A node that is killed at any moment")
class KilledNodeTest {
    private static final int LONG_CHAIN = 20_000;
    private static final int BASE = 200;
    private static final int BRANCHES = 20;
    private static final int LONGER_EACH_TIME = 40;

    @TempDir
    private Path folder;

    private final Map<Doing, List<Block>> before = new HashMap<>();
    private final List<Block> longChain = Branch.cheap(LONG_CHAIN, 0);
    private final List<List<Block>> branches = new ArrayList<>();
    private final Map<Doing, Integer> inTime = new HashMap<>();

    /** What it is killed at. */
    private enum Doing {
        MINING(1_500),
        SYNCING(500),
        REORGANISING(300);

        /** The most time from its start to the kill: about as long as it takes, so that some kills are late. */
        private final int mostMillis;

        Doing(int mostMillis) {
            this.mostMillis = mostMillis;
        }
    }

    @Test
    @DisplayName("comes up with a valid chain that keeps what it announced, while it mines, syncs and reorganises")
    void fewTimes() throws Exception {
        kill(6);
    }

    @Test
    @Tag("heavy")
    @DisplayName("does so two hundred times")
    void manyTimes() throws Exception {
        kill(200);
    }

    private void kill(int times) throws Exception {
        long seed = Long.getLong("ingchain.seed", System.nanoTime());
        System.out.println("kills at random: repeat with -Dingchain.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            Doing doing = Doing.values()[i % Doing.values().length];
            killAt(
                    doing,
                    random.nextInt(doing.mostMillis),
                    "kill " + (i + 1) + " of seed " + seed + ", while " + doing);
        }
        System.out.println(times + " kills; of these after a block, or before all had come: " + inTime);
    }

    private void killAt(Doing doing, int afterMillis, String what) throws Exception {
        Path data = folder.resolve(doing.name());
        List<Block> old = before.getOrDefault(doing, List.of(Genesis.BLOCK));
        List<Block> other = other(doing, old);
        List<Announced> announced;
        List<Block> shown = new ArrayList<>();
        try (Victim victim = new Victim(data);
                Node node = Branch.node(other)) {
            int port = node.listen("127.0.0.1", 0);
            Thread work = new Thread(() -> work(doing, victim.http(), port, shown), "work");
            work.start();
            Thread.sleep(afterMillis);
            announced = victim.kill();
            work.join();
        }
        List<Block> now;
        try (Node again = new Node(NodeSettings.DEFAULT.in(data))) {
            now = again.blocks();
        }
        new ChainRules(TransactionRules.STRICT).check(now);
        assertThat(announced).as(what).isNotEmpty();
        switch (doing) {
            case MINING -> {
                assertThat(now.subList(0, Math.min(old.size(), now.size())))
                        .as(what)
                        .isEqualTo(old);
                shown.forEach(block -> announced.add(new Announced(block.height(), block.hash())));
                assertKept(announced, now, what);
            }
            case SYNCING -> {
                assertThat(now).as(what).isEqualTo(other.subList(0, now.size()));
                assertThat(now).as(what).hasSizeGreaterThanOrEqualTo(old.size());
                assertKept(announced, now, what);
            }
            case REORGANISING -> {
                boolean switched = now.size() > BASE && now.get(BASE).equals(other.get(BASE));
                assertThat(now).as(what).isEqualTo(switched ? other.subList(0, now.size()) : old);
                assertNotOlder(announced, now, old, other, what);
            }
        }
        if (doing == Doing.MINING ? now.size() > old.size() : now.size() < other.size()) {
            inTime.merge(doing, 1, Integer::sum);
        }
        remember(doing, data, now);
    }

    /** The chain that the killed node hears of. */
    private List<Block> other(Doing doing, List<Block> old) {
        return switch (doing) {
            case MINING -> longChain.subList(0, 1);
            case SYNCING -> longChain;
            case REORGANISING -> branch((Math.max(old.size(), BASE) - BASE) / LONGER_EACH_TIME);
        };
    }

    /** Branches that each leave the one before at the same block, and are longer. */
    private List<Block> branch(int index) {
        while (branches.size() <= index) {
            int number = branches.size();
            branches.add(Branch.cheapOnTopOf(
                    longChain.subList(0, BASE), BASE + (number + 1) * LONGER_EACH_TIME, 1 + number % 2));
        }
        return branches.get(index);
    }

    private static void work(Doing doing, Request http, int other, List<Block> shown) {
        try {
            if (doing != Doing.MINING) {
                http.post("/peers", "{\"host\": \"127.0.0.1\", \"port\": " + other + "}");
                return;
            }
            while (true) {
                String answer = http.post("/mineBlock", "{\"account\": \"" + "d".repeat(40) + "\"}")
                        .body();
                shown.add(Json.read(answer, Block.class));
            }
        } catch (Exception e) {
            // It was killed.
        }
    }

    private static void assertKept(List<Announced> announced, List<Block> now, String what) {
        for (Announced block : announced) {
            assertThat(now.size()).as(what + ": has " + block).isGreaterThanOrEqualTo(block.height());
            assertThat(now.get(block.height() - 1).hash())
                    .as(what + ": has " + block)
                    .isEqualTo(block.hash());
        }
    }

    /** What it said last may have made room for a better branch that it could not tell of any more. */
    private static void assertNotOlder(
            List<Announced> announced, List<Block> now, List<Block> old, List<Block> other, String what) {
        Announced last = announced.get(announced.size() - 1);
        boolean kept =
                now.size() >= last.height() && now.get(last.height() - 1).hash().equals(last.hash());
        List<Block> itsChain =
                last.height() <= old.size() && old.get(last.height() - 1).hash().equals(last.hash()) ? old : other;
        BigInteger itsWork = Work.of(itsChain.subList(0, last.height()));
        assertThat(kept || Work.of(now).compareTo(itsWork) > 0)
                .as(what + ": not older than " + last)
                .isTrue();
    }

    /** Starts over where there is nothing left to catch up with. */
    private void remember(Doing doing, Path data, List<Block> now) throws IOException {
        boolean done = doing == Doing.SYNCING && now.size() == LONG_CHAIN
                || doing == Doing.REORGANISING && now.size() >= BASE + BRANCHES * LONGER_EACH_TIME;
        if (done) {
            Files.delete(data.resolve("chain.mv"));
            before.remove(doing);
        } else {
            before.put(doing, now);
        }
    }
}
