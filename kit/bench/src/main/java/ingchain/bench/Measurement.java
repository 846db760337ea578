package ingchain.bench;

import java.util.List;

/** Something that is measured by itself and makes a few rows of the table. {@link Bench} has the list of them. */
public interface Measurement {
    /** What a person types to have only this one taken: one word. */
    String name();

    /**
     * Measures. May take minutes, and the machine for itself.
     *
     * @throws Exception where it could not be measured at all; that is no figure, not a bad one
     */
    List<Row> take() throws Exception;
}
