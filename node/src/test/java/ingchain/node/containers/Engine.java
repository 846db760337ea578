package ingchain.node.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** The Docker engine of this machine, where there is one. */
final class Engine {
    private static final String STOCK_IMAGE = "eclipse-temurin:17-jre";

    /** Enough for an engine that is there. */
    private static final int PATIENCE_SECONDS = 20;

    private Engine() {}

    /** The image that has a Java runtime; another one can be named in INGCHAIN_IMAGE. */
    static String image() {
        return System.getenv().getOrDefault("INGCHAIN_IMAGE", STOCK_IMAGE);
    }

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    /** Skips the test, with a reason, where something is missing; fails where INGCHAIN_CONTAINERS is "required". */
    static void assumeThere() {
        String missing = missing();
        if (missing != null && "required".equals(System.getenv("INGCHAIN_CONTAINERS"))) {
            throw new AssertionError("containers are required here, but " + missing);
        }
        Assumptions.assumeTrue(missing == null, "not run: " + missing);
    }

    /** Null where nothing is. */
    private static String missing() {
        // On a thread of its own: this may load an image of Testcontainers, which takes minutes where no registry
        // answers.
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(Engine::missingAfterAll, Engine::startDaemon);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "Docker has not got ready in " + PATIENCE_SECONDS
                    + " s: set TESTCONTAINERS_RYUK_DISABLED=true where no registry can be reached";
        } catch (ExecutionException e) {
            return "Docker cannot be used: " + e.getCause().getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "looking for Docker was broken off";
        }
    }

    /** Our own image is not loaded here, for nobody would know why the test takes so long. */
    private static String missingAfterAll() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "no Docker can be reached from here";
        }
        try {
            client().inspectImageCmd(image()).exec();
            return null;
        } catch (NotFoundException e) {
            return "there is no image " + image() + " on this machine: run docker pull " + image()
                    + ", or name an image with Java 17 in INGCHAIN_IMAGE";
        }
    }

    private static void startDaemon(Runnable task) {
        Thread thread = new Thread(task, "docker");
        thread.setDaemon(true);
        thread.start();
    }
}
