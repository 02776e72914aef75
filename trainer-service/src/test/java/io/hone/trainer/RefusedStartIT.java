package io.hone.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, set up so that it would be open by oversight. */
class RefusedStartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private String refusal(Map<String, String> environment) throws Exception {
        try (TrainerProcess trainer = TrainerProcess.start(data, environment)) {
            assertThat(trainer.exitStatus(PATIENCE)).isNotZero();
        }
        return Files.readString(data.resolve("trainer.log"));
    }

    @Test
    void withoutAWayToAuthenticateItDoesNotStart() throws Exception {
        assertThat(refusal(Map.of("HONE_AUTH_MODE", ""))).contains("hone.auth.mode is not set");
    }

    @Test
    void openToAllItDoesNotStartWhereOthersCanReachIt() throws Exception {
        assertThat(refusal(Map.of("HONE_AUTH_MODE", "none", "QUARKUS_HTTP_HOST", "0.0.0.0")))
                .contains("hone.auth.mode is none");
    }
}
