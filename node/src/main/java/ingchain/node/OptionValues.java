package ingchain.node;

import ingchain.consensus.ForkChoice;
import ingchain.program.HostPort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says what would have been right where they are wrong. */
final class OptionValues {
    /** Blocks that --mine takes at the most. The difficulty rises with them until each takes most of a second. */
    private static final int MAX_MINED = 10_000;

    /** Peers that --max-peers takes at the most; each costs a thread. */
    private static final int MAX_PEERS = 10_000;

    private OptionValues() {}

    private static int number(String text, String what, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below says it
        }
        throw new TypeConversionException(what + " is a number from 0 to " + most + ", not " + text);
    }

    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, "a port", 65_535);
        }
    }

    static final class BlockCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return number(text, "a count of blocks", MAX_MINED);
        }
    }

    static final class PeerCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int number = number(text, "a count of peers", MAX_PEERS);
            if (number == 0) {
                throw new TypeConversionException("a node has room for at least 1 peer");
            }
            return number;
        }
    }

    static final class PeerAddress implements ITypeConverter<HostPort> {
        @Override
        public HostPort convert(String text) {
            try {
                return HostPort.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Rule implements ITypeConverter<ForkChoice> {
        @Override
        public ForkChoice convert(String text) {
            return switch (text) {
                case "longest" -> ForkChoice.LONGEST;
                case "most-work" -> ForkChoice.MOST_WORK;
                default -> throw new TypeConversionException("the rule is longest or most-work, not " + text);
            };
        }
    }
}
