package ingchain.consensus;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.google.gson.Gson;
import ingchain.Ingchain;
import ingchain.checkpoint.CheckpointFailure;
import ingchain.message.Message;
import ingchain.network.P2PNetwork;
import ingchain.server.PeerServer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Containers in which a step's program runs on the very classes that are under test. */
final class Containers {
    private static final String STOCK_IMAGE = "eclipse-temurin:17-jre";
    /** Enough to load a stock image where the network is good; where there is none, some registries never answer. */
    private static final int PATIENCE_SECONDS = 20;

    private Containers() {}

    /** The image that has a Java runtime; another one can be named in INGCHAIN_IMAGE. */
    static String image() {
        return setting("INGCHAIN_IMAGE", STOCK_IMAGE);
    }

    /**
     * Skips the test, with a reason, where there are no containers or INGCHAIN_CONTAINERS is "none"; fails where it is
     * "required".
     */
    static void assumeThere() {
        String missing = missing();
        if (missing == null) {
            return;
        }
        if (setting("INGCHAIN_CONTAINERS", "").equals("required")) {
            throw new CheckpointFailure("containers are required here, but " + missing);
        }
        Assumptions.abort("not run: " + missing);
    }

    /** What is missing, for a person; null where all is there. */
    private static String missing() {
        if (setting("INGCHAIN_CONTAINERS", "").equals("none")) {
            return "INGCHAIN_CONTAINERS says that no containers are wanted";
        }
        // On a thread of its own, for these calls may load images, and where no registry answers they take minutes.
        CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(Containers::missingAfterAll, Containers::startDaemon);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "Docker has not loaded its images in " + PATIENCE_SECONDS + " s: try docker pull " + image()
                    + ", and set TESTCONTAINERS_RYUK_DISABLED=true where no registry can be reached";
        } catch (ExecutionException e) {
            return "Docker cannot be used: " + firstLine(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "looking for Docker was broken off";
        }
    }

    private static String missingAfterAll() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no Docker can be reached from here";
        }
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image()).exec();
            return null;
        } catch (NotFoundException notThereYet) {
            return pull(docker);
        }
    }

    private static String pull(DockerClient docker) {
        try {
            docker.pullImageCmd(image()).start().awaitCompletion();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "loading the image was broken off";
        } catch (RuntimeException e) {
            return "there is no image " + image() + " (" + firstLine(e) + "): run docker pull " + image()
                    + ", or name an image with Java 17 in INGCHAIN_IMAGE";
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static void startDaemon(Runnable task) {
        Thread thread = new Thread(task, "docker");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A container that runs a program of a step; not started yet. Whatever happens to this test, the container is gone
     * when its program has ended.
     *
     * @param name by which the others on the network find it
     */
    static GenericContainer<?> running(Network network, String name, Class<?> program, List<String> args) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image()))
                .withNetwork(network)
                .withNetworkAliases(name)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withAutoRemove(true));
        StringBuilder classPath = new StringBuilder();
        for (Path place : neededBy(program)) {
            String inside = "/ingchain/" + classPath.length() + (Files.isDirectory(place) ? "/" : ".jar");
            container.withCopyFileToContainer(MountableFile.forHostPath(place), inside);
            classPath.append(inside).append(':');
        }
        Stream<String> command = Stream.of("java", "-Xmx64m", "-cp", classPath.toString(), program.getName());
        return container.withCommand(Stream.concat(command, args.stream()).toArray(String[]::new));
    }

    /** The folders and jars that these classes were loaded from, wherever a build tool keeps them. */
    private static List<Path> neededBy(Class<?> program) {
        return Stream.of(
                        program,
                        Message.class,
                        P2PNetwork.class,
                        PeerServer.class,
                        Ingchain.class,
                        Gson.class,
                        DigestUtils.class,
                        ECDSASigner.class)
                .map(Containers::place)
                .distinct()
                .toList();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path that is no path", e);
        }
    }

    private static String setting(String name, String otherwise) {
        String value = System.getProperty(name, System.getenv(name));
        return value == null || value.isBlank() ? otherwise : value;
    }
}
