import com.google.gson.JsonObject;
import com.google.gson.JsonStreamParser;
import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.block.Genesis;
import ingchain.block.Miner;
import ingchain.chain.Chain;
import ingchain.json.Json;
import ingchain.transaction.Receipt;
import ingchain.transaction.Transaction;
import ingchain.transaction.TxIn;
import ingchain.transaction.TxOut;
import ingchain.wallet.Account;
import ingchain.wallet.DigitalSignature;
import ingchain.wallet.Wallet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Attacks a node on this machine in one way and tells what became of it, then asks the node something as an honest peer
 * would. It starts a node of its own for that, or takes the one on the port that is given:
 *
 * <pre>
 * java -cp "core/target/classes:kit/cli/target/lib/*" docs/experiments/Attack.java garbage
 * java -cp "core/target/classes:kit/cli/target/lib/*" docs/experiments/Attack.java garbage 8555
 * </pre>
 */
public final class Attack {
    private interface Way {
        void go(Attack attack) throws Exception;
    }

    private static final Map<String, Way> WAYS = new LinkedHashMap<>();
    private static final String GREETING = message("latestBlock", "{\"ingchain\":1}");
    private static final String ASK = message("latestBlock", "{}");
    private static final String BLOCKS = message("getBlocks", """
            {"locator":["%s"],"headers":false}""".formatted(Genesis.BLOCK.hash()));
    private static final Account ALICE = DigitalSignature.accountOf("a".repeat(64));
    private static final Account MALLORY = DigitalSignature.accountOf("d".repeat(64));

    static {
        WAYS.put("garbage", attack -> attack.sendAndWait("hello"));
        WAYS.put("any-method", attack -> attack.sendAndWait(message("toString", "{}")));
        WAYS.put("number", attack -> attack.sendAndWait(message("allBlock", "{\"height\":1e999999999}")));
        WAYS.put("nesting", attack -> attack.sendAndWait("{\"a\":" + "[".repeat(100_000)));
        WAYS.put("endless", attack -> attack.sendAndWait("{\"a\":\"" + "a".repeat(17 << 20)));
        WAYS.put("silence", attack -> attack.sendAndWait(""));
        WAYS.put("flood", Attack::flood);
        WAYS.put("deaf", Attack::deaf);
        WAYS.put("crowd", Attack::crowd);
        WAYS.put("lie", attack -> attack.send(Files.readString(Path.of("docs/en/lie.json"))));
        WAYS.put("cheap", Attack::cheap);
        WAYS.put("cheap-longest", Attack::cheap);
        WAYS.put("future", Attack::future);
        WAYS.put("forged", Attack::forged);
        WAYS.put("twice", Attack::twice);
        WAYS.put("claim", Attack::claim);
        WAYS.put("unasked", Attack::unasked);
        WAYS.put("replay", Attack::replay);
    }

    private final int port;
    private final Peer attacker;

    private Attack(int port) throws IOException {
        this.port = port;
        this.attacker = new Peer(port);
    }

    public static void main(String[] args) throws Exception {
        Way way = args.length == 0 ? null : WAYS.get(args[0]);
        if (way == null) {
            System.out.println("There are: " + String.join(", ", WAYS.keySet()));
            System.exit(2);
        }
        try (OwnNode own = args.length > 1 ? null : new OwnNode(options(args[0]))) {
            Attack attack = new Attack(own == null ? Integer.parseInt(args[1]) : own.port);
            way.go(attack);
            attack.askHonestly();
        }
        System.exit(0);
    }

    private static List<String> options(String attack) {
        return switch (attack) {
            case "cheap" -> List.of("--mine", "60");
            case "cheap-longest" -> List.of("--mine", "60", "--fork-choice", "longest");
            default -> List.of("--mine", "3");
        };
    }

    private static String message(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"payload\":" + payload + "}";
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void send(String text) throws IOException {
        say("the attacker sends " + shortened(text));
        attacker.say(text);
    }

    private static String shortened(String text) {
        String shown = text.length() <= 70 ? text : text.substring(0, 60) + "... (" + text.length() + " bytes)";
        return shown.isEmpty() ? "nothing at all" : shown;
    }

    private void sendAndWait(String text) throws IOException {
        try {
            send(text);
        } catch (IOException e) {
            // The node did not wait for the end.
        }
        attacker.awaitEnd();
        say("the attacker is hung up on");
    }

    /** Asks ten thousand times, as fast as it can. */
    private void flood() throws IOException {
        say("the attacker asks for the latest block, 10,000 times, as fast as it can");
        attacker.inBackground(ASK.repeat(10_000));
    }

    /** Asks for the chain over and over, and reads nothing. The longer the chain, the sooner that shows. */
    private void deaf() throws Exception {
        new Peer(port).show(cheapChain(2_000));
        say("the attacker asks for the chain, 1000 times, and does not read the answers");
        attacker.greet();
        attacker.inBackground(BLOCKS.repeat(1_000));
        while (attacker.isOpen()) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        say("the attacker is hung up on");
    }

    /** Each caller greets, as one who wants to stay does: the node drops who says nothing for another reason. */
    private void crowd() throws Exception {
        say("the attacker calls 300 times");
        List<Peer> crowd = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Peer one = new Peer(port);
            one.inBackground(GREETING);
            crowd.add(one);
        }
        int left;
        do {
            TimeUnit.MILLISECONDS.sleep(100);
            left = (int) crowd.stream().filter(Peer::isOpen).count();
        } while (left > 64);
        say("connections of the attacker that are left: at most 64");
    }

    private void cheap() throws Exception {
        List<Block> chain = cheapChain(400);
        List<Block> honest = attacker.chain();
        String work = work(chain).compareTo(work(honest)) < 0 ? "less work" : "more work";
        say("the node has a chain of " + honest.size() + " blocks");
        say("the attacker has one of " + chain.size() + ", which took " + work + ", and shows it");
        attacker.show(chain);
    }

    /** Blocks whose times lie two seconds apart, so that the difficulty stays at 0 or 1. */
    private static List<Block> cheapChain(int length) {
        List<Block> chain = new ArrayList<>(List.of(Genesis.BLOCK));
        long start = System.currentTimeMillis() - length * 2_000L;
        while (chain.size() < length) {
            chain.add(mine(chain, start + chain.size() * 2_000L, List.of()));
        }
        return chain;
    }

    private void future() throws Exception {
        List<Block> chain = attacker.chain();
        say("the attacker has mined the next block, and says that it was made three hours from now");
        Block block = mine(chain, System.currentTimeMillis() + 3 * 3600_000, List.of());
        attacker.show(block);
    }

    /** Takes somebody's coin with a signature that is not hers. */
    private void forged() throws Exception {
        Receipt receipt = DigitalSignature.sign(MALLORY, MALLORY.account(), 50);
        String coin = attacker.chain().get(1).transactions().get(0).hash();
        TxIn in = new TxIn(0, coin, receipt.signature(), ALICE.publicKey());
        Transaction theft = Transaction.of(List.of(in), List.of(new TxOut(MALLORY.account(), 50)));
        say("the attacker signs a transfer with his own key, and writes another's public key into it");
        attacker.greet();
        sendAndWait(message("transfers", "{\"transfers\":[" + Json.write(theft) + "]}"));
    }

    /** A block in which one coin is spent twice. */
    private void twice() throws Exception {
        Ingchain ingchain = aliceWithCoins(1);
        List<Block> chain = ingchain.chain().blocks();
        Receipt order = DigitalSignature.sign(ALICE, MALLORY.account(), 20);
        Receipt another = DigitalSignature.sign(ALICE, MALLORY.account(), 30);
        Transaction first = transfer(chain, order, 20);
        Transaction second = transfer(chain, another, 30);
        Block block = mine(chain, System.currentTimeMillis(), List.of(first, second));
        say("the attacker has mined a block in which one coin of 50 pays 20 and then 30");
        List<Block> all = new ArrayList<>(chain);
        all.add(block);
        attacker.greet();
        attacker.say(message("newBlock", "{\"block\":" + Json.write(block) + ",\"work\":\"" + work(all) + "\"}"));
        attacker.awaitEnd();
        say("the attacker is hung up on");
    }

    private static Transaction transfer(List<Block> chain, Receipt receipt, long amount) {
        String coin = chain.get(chain.size() - 1).transactions().get(0).hash();
        TxIn in = new TxIn(0, coin, receipt.signature(), ALICE.publicKey());
        TxOut change = new TxOut(ALICE.account(), 50 - amount);
        return Transaction.of(List.of(in), List.of(new TxOut(MALLORY.account(), amount), change));
    }

    /** Says that there is a better chain, and has none. */
    private void claim() throws Exception {
        attacker.greet();
        send(message("tip", """
                {"height":1000,"hash":"%s","work":"1000000"}""".formatted("0".repeat(64))));
        List<String> headers = cheapChain(3).stream().skip(1).map(Attack::header).toList();
        String answer = message("blocks", "{\"blocks\":[" + String.join(",", headers) + "],\"more\":false}");
        attacker.hear("getBlocks");
        attacker.say(answer);
        attacker.hear("getBlocks"); // the node has seen that these do not continue its chain, and asks for headers
        say("the node asks for the headers. The attacker has two, and sends them");
        attacker.say(answer);
        attacker.awaitEnd();
        say("the attacker is hung up on");
    }

    private void unasked() throws Exception {
        attacker.greet();
        sendAndWait(message("blocks", "{\"blocks\":[],\"more\":false}"));
    }

    private static String header(Block block) {
        return Json.write(block).replaceAll("\"data\":\\[.*],", "\"data\":[],");
    }

    /** Alice has signed one payment of 10. Whoever is paid can use that again. */
    private void replay() throws Exception {
        Ingchain ingchain = aliceWithCoins(3);
        Receipt receipt = DigitalSignature.sign(ALICE, MALLORY.account(), 10);
        say("Alice has signed one receipt, for 10 coins. The attacker, who is to be paid, sends it three times");
        for (int i = 0; i < 3; i++) {
            ingchain.send(receipt);
        }
        Block block = ingchain.mine(MALLORY.account());
        attacker.show(block);
        long paid = ingchain.balance(MALLORY.account()) - Transaction.BLOCK_REWARD;
        say("a block with all three is mined; the attacker has got " + paid + " coins of Alice's");
    }

    /** The node's chain, some blocks longer: Alice has mined them, and the node has them, too. */
    private Ingchain aliceWithCoins(int blocks) throws Exception {
        Chain chain = new Chain();
        for (Block block : attacker.chain().subList(1, attacker.chain().size())) {
            chain.append(block);
        }
        Wallet wallet = new Wallet(new DigitalSignature(new SecureRandom()));
        Ingchain ingchain = new Ingchain(chain, wallet, new Miner(Clock.systemUTC(), 1));
        for (int i = 0; i < blocks; i++) {
            new Peer(port).show(ingchain.mine(ALICE.account()));
        }
        return ingchain;
    }

    private static Block mine(List<Block> chain, long time, List<Transaction> transfers) {
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(Transaction.coinbase(MALLORY.account(), chain.size() + 1));
        transactions.addAll(transfers);
        Clock clock = Clock.fixed(Instant.ofEpochMilli(time), ZoneOffset.UTC);
        return new Miner(clock, 1).mine(chain, transactions, () -> false);
    }

    private static BigInteger work(List<Block> chain) {
        return chain.stream()
                .map(block -> BigInteger.ONE.shiftLeft(block.difficulty()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void askHonestly() throws Exception {
        Peer honest = new Peer(port);
        honest.greet();
        say("an honest peer asks where the node stands, and is told: height "
                + honest.hear("tip").get("height").getAsInt());
    }

    /** One connection with the node. */
    private static final class Peer {
        private final int port;
        private final Socket socket;
        private final JsonStreamParser messages;

        Peer(int port) throws IOException {
            this.port = port;
            socket = new Socket("127.0.0.1", port);
            messages = new JsonStreamParser(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void greet() throws IOException {
            say(GREETING);
        }

        void inBackground(String text) {
            Thread thread = new Thread(() -> {
                try {
                    say(text);
                } catch (IOException e) {
                    // It was hung up on.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        /** Shows a block, or a chain, and waits until the node has made up its mind. */
        void show(Object blocks) throws IOException {
            say(message(blocks instanceof Block ? "allBlock" : "receivedChain", Json.write(blocks)) + ASK);
            hear("allBlock");
        }

        /** Passes over all messages but those of a type, and gives the payload of the first of these. */
        JsonObject hear(String type) {
            while (true) {
                JsonObject message = messages.next().getAsJsonObject();
                if (message.get("type").getAsString().equals(type)) {
                    return message.getAsJsonObject("payload");
                }
            }
        }

        /** The node's chain; on a connection of its own. */
        List<Block> chain() throws Exception {
            Peer peer = new Peer(port);
            peer.greet();
            peer.say(BLOCKS);
            List<Block> chain = new ArrayList<>(List.of(Genesis.BLOCK));
            chain.addAll(Arrays.asList(Json.read(peer.hear("blocks").get("blocks"), Block[].class)));
            peer.socket.close();
            return chain;
        }

        void awaitEnd() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // What it says does not matter any more.
                }
            } catch (IOException e) {
                // A reset is an end, too.
            }
        }

        /** Whether the node has left this connection open, as far as one can tell without reading. */
        boolean isOpen() {
            try {
                socket.getOutputStream().write(' ');
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A node that ends with this program. What it says of its peers is shown. */
    private static final class OwnNode implements AutoCloseable {
        private final Process process;
        private final int port;
        private final Set<String> notes = Collections.synchronizedSet(new LinkedHashSet<>());
        private final Thread log = new Thread(this::note);

        OwnNode(List<String> options) throws IOException {
            boolean windows = System.getProperty("os.name").startsWith("Windows");
            List<String> command = new ArrayList<>(List.of(windows ? "ingchain.cmd" : "./ingchain", "node"));
            command.addAll(List.of("--port", "0", "--http", "0", "--verbose"));
            command.addAll(options);
            process = new ProcessBuilder(command).start();
            log.start();
            BufferedReader out = process.inputReader();
            String ready = out.readLine();
            port = Integer.parseInt(ready.replaceAll(".*p2p=127.0.0.1:(\\d+).*", "$1"));
        }

        private void note() {
            try (BufferedReader lines = process.errorReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.matches(".* event=(offence|future-block) .*|.*line=\"\\[!].*")) {
                        notes.add(line.replaceAll("^\\S+ | peer=\\S+", "").replaceAll("127.0.0.1:\\d+", "HOST:PORT"));
                    }
                }
            } catch (IOException e) {
                // The node has ended.
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.descendants().forEach(ProcessHandle::destroy);
            process.toHandle().destroy(); // and not process.destroy(), which would close the log as well
            process.waitFor();
            log.join();
            notes.forEach(note -> say("the node has noted: " + note));
        }
    }
}
