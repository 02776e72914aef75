package io.hone.cli.up;

import io.hone.cli.place.Addresses;
import io.hone.cli.place.Service;
import io.hone.cli.terminal.CommandFailure;
import io.hone.stack.LocalPorts;
import io.hone.stack.LocalPorts.Wanted;
import io.hone.stack.Ports;
import io.hone.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Where everything listens on the loopback interface. */
public record StackPorts(int kafka, int s3, int ingest, int trainer, int evaluator) {

    static final StackPorts USUAL = new StackPorts(9092, 9000, 8081, 8082, 8083);

    /** Five in a row. */
    static StackPorts from(int base) {
        return new StackPorts(base, base + 1, base + 2, base + 3, base + 4);
    }

    /** Five that nobody uses now. */
    static StackPorts anyFree() {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            return new StackPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
        } catch (IOException e) {
            throw new UncheckedIOException("no free port can be had: " + e.getMessage(), e);
        } finally {
            sockets.forEach(StackPorts::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int of(Service service) {
        return switch (service) {
            case INGEST -> ingest;
            case TRAINER -> trainer;
            case EVALUATOR -> evaluator;
        };
    }

    Ports servers() {
        return new Ports(kafka, s3);
    }

    Addresses addresses() {
        return Addresses.onThisMachine(ingest, trainer, evaluator);
    }

    /** @throws CommandFailure that names every port that cannot be had, what it is for, and the option to change */
    void requireFree() {
        try {
            LocalPorts.requireFree(List.of(
                    new Wanted(kafka, "the Kafka broker", "--kafka-port"),
                    new Wanted(s3, "the S3 endpoint", "--s3-port"),
                    new Wanted(ingest, "the ingest service", "--ingest-port"),
                    new Wanted(trainer, "the trainer", "--trainer-port"),
                    new Wanted(evaluator, "the evaluator", "--evaluator-port")));
        } catch (StackException e) {
            throw new CommandFailure(
                    "not every port can be had\n" + e.getMessage().indent(2).stripTrailing(),
                    "Or move all five at once: --port-base 19000, or --port-base 0 for any free ones.",
                    e);
        }
    }
}
