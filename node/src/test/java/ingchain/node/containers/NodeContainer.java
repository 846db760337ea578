package ingchain.node.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Volume;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ingchain.block.Block;
import ingchain.json.Json;
import ingchain.json.MalformedJson;
import ingchain.node.NodeProgram;
import ingchain.node.OwnClassPath;
import ingchain.node.http.Ask;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A full node in a container, with its data in a volume. It is asked from inside, so that it answers whatever network it
 * is on, and does what it does for nobody elsewhere.
 */
final class NodeContainer implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int GRACE_SECONDS = 30;

    private final String name;
    private final GenericContainer<?> container;
    private final String account;

    /**
     * Starts a node, and makes an account in its wallet.
     *
     * @param name by which the others on its network find it
     * @param options besides its folder and where it listens
     */
    NodeContainer(Network network, String name, String... options) throws Exception {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(
                "java",
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                OwnClassPath.TEXT,
                NodeProgram.class.getName(),
                "--verbose",
                "--host",
                "0.0.0.0",
                "--data",
                "/data/node"));
        command.addAll(List.of(options));
        container = new GenericContainer<>(DockerImageName.parse(Engine.image()))
                .withNetwork(network)
                .withNetworkAliases(name)
                .withCommand(command.toArray(String[]::new))
                .withCreateContainerCmdModifier(create -> {
                    create.getHostConfig().withBinds(classPathBinds());
                    create.withVolumes(new Volume("/data"));
                })
                .waitingFor(Wait.forLogMessage(".*ready p2p=.*", 1));
        container.start();
        account = ask("PUT", "/accounts").getAsJsonObject().get("account").getAsString();
    }

    private static List<Bind> classPathBinds() {
        return Stream.of(OwnClassPath.TEXT.split(File.pathSeparator))
                .distinct()
                .filter(place -> Files.exists(Path.of(place)))
                .map(place -> new Bind(place, new Volume(place), AccessMode.ro))
                .toList();
    }

    /** The account that it mines for and pays from. */
    String account() {
        return account;
    }

    private JsonElement ask(String... request) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("java", "-Xmx32m", "-XX:TieredStopAtLevel=1", "-cp", OwnClassPath.TEXT, Ask.class.getName()));
        command.addAll(List.of(request));
        ExecResult result = container.execInContainer(command.toArray(String[]::new));
        assertThat(result.getExitCode())
                .as(name + " " + List.of(request) + ": " + result.getStdout() + result.getStderr())
                .isZero();
        return JsonParser.parseString(result.getStdout());
    }

    /** Makes it mine some blocks. */
    void mine(int blocks) throws Exception {
        for (int i = 0; i < blocks; i++) {
            ask("POST", "/mineBlock", Json.write(Map.of("account", account)));
        }
    }

    /** Pays from its account; returns the transfer's hash. */
    String pay(String receiver, long amount) throws Exception {
        Map<String, ?> receipt = Map.of("sender", Map.of("account", account), "received", receiver, "amount", amount);
        return ask("POST", "/transaction", Json.write(Map.of("receipt", receipt)))
                .getAsJsonObject()
                .getAsJsonObject("transaction")
                .get("hash")
                .getAsString();
    }

    long balance(String of) throws Exception {
        return ask("POST", "/getBalance", Json.write(Map.of("account", of)))
                .getAsJsonObject()
                .get("balance")
                .getAsLong();
    }

    /** Height and hash of its tip, for a person. */
    String tip() throws Exception {
        JsonObject tip = ask("GET", "/chain/latest").getAsJsonObject();
        return tip.get("height").getAsInt() + " " + tip.get("hash").getAsString();
    }

    List<Block> chain() throws Exception {
        List<Block> blocks = new ArrayList<>();
        for (JsonElement block : ask("GET", "/chain?limit=1000").getAsJsonArray()) {
            blocks.add(read(block));
        }
        return blocks;
    }

    private static Block read(JsonElement block) throws MalformedJson {
        return Json.read(block.toString(), Block.class);
    }

    /** Takes it off a network: nothing that is sent gets there any more, and nobody is told. */
    void unplug(Network network) {
        Engine.client()
                .disconnectFromNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(network.getId())
                .exec();
    }

    /** Puts it on a network, under its name. */
    void plug(Network network) {
        Engine.client()
                .connectToNetworkCmd()
                .withContainerId(container.getContainerId())
                .withNetworkId(network.getId())
                .withContainerNetwork(new ContainerNetwork().withAliases(name))
                .exec();
    }

    void pause() {
        Engine.client().pauseContainerCmd(container.getContainerId()).exec();
    }

    void goOn() {
        Engine.client().unpauseContainerCmd(container.getContainerId()).exec();
    }

    void kill() {
        Engine.client().killContainerCmd(container.getContainerId()).exec();
    }

    /** Starts it again on its volume, and returns when it answers. */
    void startAgain() {
        Engine.client().startContainerCmd(container.getContainerId()).exec();
        awaitAnswer();
    }

    /** Ends it as Ctrl-C would, and starts it again. */
    void restart() {
        Engine.client()
                .restartContainerCmd(container.getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
        awaitAnswer();
    }

    private void awaitAnswer() {
        await().atMost(DEADLINE).ignoreExceptions().untilAsserted(() -> ask("GET", "/health"));
    }

    /** What it has told of itself since its first start. */
    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }

    @Override
    public String toString() {
        return name;
    }
}
