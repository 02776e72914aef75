package io.hone.stack;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether ports can be had before anything is started: half a stack is worse than none. */
public final class LocalPorts {
    private LocalPorts() {}

    /**
     * A port that is to be listened on.
     *
     * @param port 0 for any free one, which is always to be had
     * @param purpose who wants it, such as "the Kafka broker"
     * @param setting what a person changes to choose another
     */
    public record Wanted(int port, String purpose, String setting) {
        public Wanted {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException(
                        setting + " is " + port + ": the port for " + purpose + " is 0 (any free one) to 65535");
            }
        }
    }

    /**
     * Passes when every port can be had.
     *
     * @throws StackException naming every port that is taken, or wanted twice, and the setting to change
     */
    public static void requireFree(List<Wanted> wanted) {
        Map<Integer, Wanted> seen = new HashMap<>();
        String problems = wanted.stream()
                .filter(one -> one.port() != 0)
                .flatMap(one -> problem(one, seen.putIfAbsent(one.port(), one)).stream())
                .collect(joining("\n"));
        if (!problems.isEmpty()) {
            throw new StackException(problems);
        }
    }

    private static Optional<String> problem(Wanted wanted, Wanted sameAs) {
        String start = "Port " + wanted.port() + " for " + wanted.purpose();
        if (sameAs != null) {
            return Optional.of(start + " is wanted for " + sameAs.purpose() + " as well: set " + wanted.setting()
                    + " or " + sameAs.setting() + " to another");
        }
        return isFree(wanted.port())
                ? Optional.empty()
                : Optional.of(start + " is in use: end the program that holds it, or set " + wanted.setting()
                        + " to another port");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
