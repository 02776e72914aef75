package io.hone.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPortsTest {
    @Test
    void aBusyPortIsNamedWithItsPurposeAndSetting(@TempDir Path folder) throws IOException {
        // Given
        try (var taken = new ServerSocket(0)) {
            var ports = new Ports(0, taken.getLocalPort());

            // When / Then
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> LocalPorts.requireFree(ports.wanted()))
                    .withMessage("Port " + taken.getLocalPort() + " for the S3 endpoint is in use:"
                            + " end the program that holds it, or set HONE_S3_PORT to another port");
        }
    }

    @Test
    void aPortWantedTwiceIsNamed() {
        // Given
        var ports = new Ports(freePort(), freePort());
        var twice = new Ports(ports.kafka(), ports.kafka());

        // When / Then
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> LocalPorts.requireFree(twice.wanted()))
                .withMessageContaining("is wanted for the Kafka broker as well");
    }

    @Test
    void freePortsPass() {
        var ports = new Ports(freePort(), 0);
        assertThatCode(() -> LocalPorts.requireFree(ports.wanted())).doesNotThrowAnyException();
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalPorts.requireFree(
                        List.of(new LocalPorts.Wanted(70_000, "the Kafka broker", "HONE_KAFKA_PORT"))))
                .withMessageContaining("HONE_KAFKA_PORT is 70000");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
