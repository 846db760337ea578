package ingchain.consensus;

import ingchain.block.Block;
import ingchain.checkpoint.Transcript;
import ingchain.consensus.Answer.Saying;
import ingchain.consensus.Scenario.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells what happened in an order, for a person: who said what to whom, and what chain each had then. */
final class Story {
    /** Of more moves than this, only the first and the last are told. */
    private static final int TOLD_WHOLE = 30;

    private static final int TOLD_FIRST = 10;
    private static final int TOLD_LAST = 3;

    private final Transcript transcript;
    private final Scenario scenario;

    private Story(Transcript transcript, Scenario scenario) {
        this.transcript = transcript;
        this.scenario = scenario;
    }

    /** Tells all of it but the fault. */
    static void tell(Transcript transcript, Scenario scenario, Playback playback) {
        Story story = new Story(transcript, scenario);
        story.beginning(playback.start());
        List<Playback.Step> steps = playback.steps();
        int leftOut = steps.size() <= TOLD_WHOLE ? 0 : steps.size() - TOLD_FIRST - TOLD_LAST;
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0 && i == playback.given()) {
                transcript.step("(that was the order; from here on, whatever comes first comes first)");
            }
            if (leftOut == 0 || i < TOLD_FIRST || i >= TOLD_FIRST + leftOut) {
                story.step(steps.get(i));
            } else if (i == TOLD_FIRST) {
                transcript.step("... and so on, " + leftOut + " times more, until at last:");
            }
        }
    }

    private void beginning(GlobalState start) {
        String nodes = IntStream.range(0, start.nodes().size())
                .mapToObj(node -> Scenario.letter(node) + " has "
                        + Told.block(start.nodes().get(node).tip()))
                .collect(Collectors.joining(", "));
        transcript.step(nodes);
        for (int connection = 0; connection < scenario.connections(); connection++) {
            boolean old = connection < scenario.settled();
            transcript.step(pair(connection)
                    + (old ? " have long been connected" : " are connected, and greet each other: latestBlock"));
        }
    }

    private String pair(int connection) {
        Link there = scenario.links().get(2 * connection);
        return Scenario.letter(there.from()) + " and " + Scenario.letter(there.to());
    }

    private void step(Playback.Step step) {
        Move move = scenario.moves().get(step.number());
        int index = move.index();
        if (step.after() == null) {
            transcript.step("(here was to come: " + planned(move) + ". That is not possible any more)");
            return;
        }
        switch (move.kind()) {
            case ARRIVES -> heard(step, index, step.before().waiting(index).get(0), "");
            case ARRIVES_TWICE ->
                heard(step, index, step.before().waiting(index).get(0), " (a copy of it comes later)");
            case COPY_ARRIVES ->
                heard(step, step.before().copy().link(), step.before().copy().text(), " (once more, the copy)");
            case MINES, MINES_AT_REST -> mined(step, index);
            case BREAKS -> broke(step, index);
        }
    }

    private String planned(Move move) {
        return switch (move.kind()) {
            case ARRIVES, ARRIVES_TWICE -> {
                Link link = scenario.links().get(move.index());
                yield "something that " + Scenario.letter(link.from()) + " has said to " + Scenario.letter(link.to());
            }
            case COPY_ARRIVES -> "a copy of a message";
            case MINES, MINES_AT_REST -> "a block that " + Scenario.letter(move.index()) + " mines";
            case BREAKS -> "the end of the connection of " + pair(move.index());
        };
    }

    private void heard(Playback.Step step, int link, String text, String note) {
        Link between = scenario.links().get(link);
        int node = between.to();
        Answer answer = answer(step.after(), node);
        Block before = answer(step.before(), node).tip();
        String chain = answer.tip().equals(before)
                ? "keeps " + Told.block(before)
                : "now has " + Told.block(answer.tip()) + ", instead of " + Told.block(before);
        transcript.step(Scenario.letter(node) + " hears from " + Scenario.letter(between.from()) + ": "
                + Told.message(text) + note + "\n" + Scenario.letter(node) + " " + chain + reaction(answer));
    }

    private void mined(Playback.Step step, int node) {
        Answer answer = answer(step.after(), node);
        transcript.step(Scenario.letter(node) + " mines " + Told.block(answer.tip()) + reaction(answer));
    }

    private void broke(Playback.Step step, int connection) {
        List<String> lost = new ArrayList<>();
        for (int link : List.of(2 * connection, 2 * connection + 1)) {
            String by = " by " + Scenario.letter(scenario.links().get(link).from());
            step.before().waiting(link).forEach(text -> lost.add(Told.message(text) + by));
        }
        transcript.step("the connection of " + pair(connection) + " breaks; lost on the way: " + String.join(", ", lost)
                + "\nthey are connected again, and greet each other: latestBlock");
    }

    private static Answer answer(GlobalState state, int node) {
        return state.nodes().get(node).answer();
    }

    /** What a node did besides. */
    private static String reaction(Answer answer) {
        Map<String, List<String>> hearers = new LinkedHashMap<>();
        for (Saying saying : answer.said()) {
            hearers.computeIfAbsent(saying.text(), text -> new ArrayList<>()).add(Scenario.letter(saying.to()));
        }
        StringBuilder reaction = new StringBuilder();
        hearers.forEach((text, to) -> reaction.append(", tells ")
                .append(String.join(" and ", to))
                .append(": ")
                .append(Told.message(text)));
        answer.logged().forEach(line -> reaction.append(", logs: ").append(line));
        if (answer.hungUp() != null) {
            reaction.append(", closes the connection with ").append(Scenario.letter(answer.hungUp()));
        }
        if (answer.thrown() != null) {
            reaction.append(", throws ").append(answer.thrown());
        }
        return reaction.isEmpty() ? ", says nothing" : reaction.toString();
    }
}
