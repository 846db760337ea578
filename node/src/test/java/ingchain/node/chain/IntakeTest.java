package ingchain.node.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ingchain.Ingchain;
import ingchain.block.Block;
import ingchain.consensus.ForkChoice;
import ingchain.consensus.InvalidBlock;
import ingchain.node.Branch;
import ingchain.node.chain.Intake.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A single block")
class IntakeTest {
    private final Ingchain ingchain = new Ingchain();
    private final List<Block> blocks = Branch.ofHeight(4, 0);

    private Intake at(Clock clock) {
        return new Intake(ingchain, ForkChoice.MOST_WORK, new FutureRule(clock));
    }

    private final Intake intake = at(Clock.systemUTC());

    @Test
    @DisplayName("is appended where it stands on our tip, known where we have it, and otherwise not next")
    void outcomes() throws Exception {
        assertThat(intake.take(blocks.get(1))).isEqualTo(Outcome.APPENDED);
        assertThat(intake.take(blocks.get(1))).isEqualTo(Outcome.KNOWN);
        assertThat(intake.take(blocks.get(3))).isEqualTo(Outcome.NOT_NEXT);
        assertThat(intake.take(Branch.ofHeight(2, 1).get(1))).isEqualTo(Outcome.NOT_NEXT);
        assertThat(ingchain.chain().blocks()).isEqualTo(blocks.subList(0, 2));
    }

    @Test
    @DisplayName("dated more than two hours ahead of our clock is not taken now, and is when its time has come")
    void future() throws Exception {
        Instant time = Instant.ofEpochMilli(blocks.get(1).timestamp());
        Clock behind = Clock.fixed(time.minus(Duration.ofHours(2)).minusMillis(1), ZoneOffset.UTC);
        assertThat(at(behind).take(blocks.get(1))).isEqualTo(Outcome.TOO_EARLY);
        assertThat(ingchain.chain().height()).isEqualTo(1);
        Clock later = Clock.fixed(time.minus(Duration.ofHours(2)), ZoneOffset.UTC);
        assertThat(at(later).take(blocks.get(1))).isEqualTo(Outcome.APPENDED);
    }

    @Test
    @DisplayName("that breaks a rule is refused by the name of the rule, and changes nothing")
    void invalid() {
        Block forged = blocks.get(1).withHash("0".repeat(64));
        assertThatThrownBy(() -> intake.take(forged))
                .isInstanceOf(InvalidBlock.class)
                .hasMessageContaining("its hash is that of its header");
        assertThat(ingchain.chain().height()).isEqualTo(1);
    }
}
