package io.hone.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.service.Run;
import io.hone.cli.terminal.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final Path LOG = Path.of("trainer.log");

    @Test
    void theClassesThatEnteredAreNamed() {
        assertThat(Turn.entered(run("horse", "truck"), LOG)).containsExactly("horse", "truck");
    }

    @Test
    void aTurnWithoutNewClassesFails() {
        assertThatThrownBy(() -> Turn.entered(run(), LOG))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("no new class entered the model by the run r1")
                .satisfies(failure ->
                        assertThat(((CommandFailure) failure).next()).contains("without --keep-data", "trainer.log"));
    }

    private static Run run(String... newClasses) {
        return new Run(
                "r1",
                "finished",
                "person",
                2,
                90,
                30,
                List.of(newClasses),
                10,
                10,
                0.5,
                null,
                null,
                null,
                3,
                1.5,
                null);
    }
}
