package ingchain.cli.kit;

/**
 * A step of the course.
 *
 * @param number from 1
 * @param folder the name of its module, such as step01-server
 */
public record Step(int number, String folder) {

    /** Where its chapter stands, from the kit's root. */
    public String chapter() {
        return "docs/en/" + folder + ".md";
    }

    @Override
    public String toString() {
        return "step " + number;
    }
}
