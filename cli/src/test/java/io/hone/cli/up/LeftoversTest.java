package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hone.cli.place.Addresses;
import io.hone.cli.place.RunningProcess;
import io.hone.cli.place.StackState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftoversTest {

    private final Leftovers leftovers = new Leftovers(Duration.ofSeconds(1));
    private Process process;

    @BeforeEach
    void startProcess() throws IOException {
        // Deaf to a polite request.
        process = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo up; while :; do sleep 1; done").start();
        assertThat(process.inputReader().readLine()).isEqualTo("up");
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void aProcessThatDoesNotListenIsKilled() {
        // Given
        RunningProcess noted = RunningProcess.of("trainer", process.toHandle(), "", "");

        // When
        List<RunningProcess> ended = leftovers.end(state(noted));

        // Then
        assertThat(ended).containsExactly(noted);
        await().until(() -> !process.isAlive());
    }

    @Test
    void anotherProcessThatHasTheNumberNowIsLeftAlone() {
        // Given: noted down an hour before this process began
        RunningProcess noted = RunningProcess.of("trainer", process.toHandle(), "", "");
        RunningProcess earlier =
                new RunningProcess("trainer", noted.pid(), noted.startedAfterMillis() - 3_600_000, "", "");

        // When
        List<RunningProcess> ended = leftovers.end(state(earlier));

        // Then
        assertThat(ended).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private static StackState state(RunningProcess process) {
        RunningProcess owner = new RunningProcess("hone", 1, 0, "", "");
        return new StackState(owner, "", "", Addresses.onThisMachine(1, 2, 3), List.of(process));
    }
}
