package ingchain.node.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** The Docker engine of this machine, where there is one. */
final class Engine {
    private static final String STOCK_IMAGE = "eclipse-temurin:17-jre";

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

    /** Null where nothing is. The image is not loaded here: that can take minutes, and nobody would know why. */
    private static String missing() {
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return "no Docker can be reached from here";
            }
            client().inspectImageCmd(image()).exec();
            return null;
        } catch (NotFoundException e) {
            return "there is no image " + image() + " on this machine: run docker pull " + image()
                    + ", or name an image with Java 17 in INGCHAIN_IMAGE";
        }
    }
}
