package io.hone.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hone.cli.terminal.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void everyBusyPortIsNamedWithWhatItIsForAndTheOptionToChange() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            StackPorts free = StackPorts.anyFree();
            StackPorts ports = new StackPorts(
                    one.getLocalPort(), free.s3(), free.ingest(), other.getLocalPort(), free.evaluator());

            // When, Then
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port %d for the Kafka broker is in use".formatted(one.getLocalPort()))
                    .hasMessageContaining("--kafka-port")
                    .hasMessageContaining("Port %d for the trainer is in use".formatted(other.getLocalPort()))
                    .hasMessageContaining("--trainer-port")
                    .hasMessageNotContaining("--s3-port");
        }
    }

    @Test
    void aPortWantedTwiceIsNamed() {
        // Given
        StackPorts free = StackPorts.anyFree();
        StackPorts ports = new StackPorts(free.kafka(), free.kafka(), free.ingest(), free.trainer(), free.evaluator());

        // When, Then
        assertThatThrownBy(ports::requireFree)
                .hasMessageContaining("--kafka-port")
                .hasMessageContaining("--s3-port");
    }

    @Test
    void anyFreePortsAreFree() {
        // Given
        StackPorts ports = StackPorts.anyFree();

        // When, Then
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void aBaseGivesFiveInARow() {
        // When
        StackPorts ports = StackPorts.from(19_000);

        // Then
        assertThat(ports).isEqualTo(new StackPorts(19_000, 19_001, 19_002, 19_003, 19_004));
    }
}
