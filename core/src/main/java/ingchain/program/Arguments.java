package ingchain.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A command line of the form {@code --name value --name value}. */
public final class Arguments {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @param args what was typed
     * @param known the options that there are, such as "--port"
     * @throws IllegalArgumentException whose message is for the user, where an option is unknown or has no value
     */
    public Arguments(String[] args, List<String> known) {
        for (int i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i])) {
                throw new IllegalArgumentException(
                        "unknown option " + args[i] + "; there are " + String.join(", ", known));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value after it");
            }
            values.computeIfAbsent(args[i], name -> new ArrayList<>()).add(args[i + 1]);
        }
    }

    /** All values of an option that may be given several times, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last value of an option, or another where it was not given. */
    public String text(String name, String otherwise) {
        List<String> given = all(name);
        return given.isEmpty() ? otherwise : given.get(given.size() - 1);
    }

    /**
     * A number from 0 to {@code most}.
     *
     * @throws IllegalArgumentException where it is no such number
     */
    public int number(String name, int otherwise, int most) {
        String text = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new IllegalArgumentException(name + " takes a number from 0 to " + most + ", not " + text);
    }

    /** The port to listen on: 0 to 65535, where 0 takes a free one. */
    public int port(int otherwise) {
        return number("--port", otherwise, 65_535);
    }
}
