package ingchain.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order that can be played again: a scenario and its first moves. Its id is the scenario's name, a hyphen, and a
 * digit for each move (0 to 9, then a to z): its number among the scenario's moves, whatever the student's code does,
 * so that an id stays what it is when the code is mended.
 *
 * @param moves by their numbers; what comes after them follows by itself
 */
record PlayedOrder(Scenario scenario, List<Integer> moves) {
    String id() {
        String digits = moves.stream()
                .map(move -> String.valueOf(Character.forDigit(move, Character.MAX_RADIX)))
                .collect(Collectors.joining());
        return digits.isEmpty() ? scenario.name() : scenario.name() + "-" + digits;
    }

    /** @throws IllegalArgumentException where there is no such order; the message is a sentence */
    static PlayedOrder parse(String id) {
        String[] parts = id.split("-", 2);
        Scenario scenario = Scenarios.all().stream()
                .filter(each -> each.name().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + id + "\" is no order that can be played: there"
                        + " is no \"" + parts[0] + "\" to begin with. Take the id as the check has printed it"));
        List<Integer> moves = new ArrayList<>();
        for (char digit : (parts.length == 1 ? "" : parts[1]).toCharArray()) {
            int move = digit < 128 ? Character.digit(digit, Character.MAX_RADIX) : -1;
            if (move < 0 || move >= scenario.moves().size()) {
                throw new IllegalArgumentException("\"" + id + "\" is no order that can be played: \"" + digit
                        + "\" stands for nothing that can happen in " + scenario.name()
                        + ". Take the id as the check has printed it");
            }
            moves.add(move);
        }
        if (moves.size() > Playback.MOST_MOVES) {
            throw new IllegalArgumentException(
                    "that is no order that can be played: it has more than " + Playback.MOST_MOVES + " moves");
        }
        return new PlayedOrder(scenario, moves);
    }
}
