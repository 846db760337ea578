package ingchain.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("only the checkpoints that were asked for run")
class AskedForTest {
    @ParameterizedTest(name = "{0} of Maven {1}: {2}")
    @DisplayName("a step's checkpoints run where its module stands after -pl, or nothing does")
    @CsvSource(
            delimiter = '|',
            value = {
                "2.1 | asked for [step02-client] | true",
                "1.1 | asked for [step02-client] | false",
                "1.1 | asked for [:step01-server, step02-client] | true",
                "1.1 | asked for [solutions/step02-client] | false",
                "1.1 | asked for [] | true",
                "1.1 | '' | true",
                "1.1 | asked for ${session.request.selectedProjects} | true"
            })
    void asked(String exercise, String asked, boolean runs) {
        assertThat(AskedFor.evaluate(exercise, asked).isDisabled()).isEqualTo(!runs);
    }
}
