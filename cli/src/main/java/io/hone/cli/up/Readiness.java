package io.hone.cli.up;

import io.hone.cli.http.Http;
import io.hone.cli.http.ServiceAwayException;
import io.hone.cli.terminal.StatusLine;
import io.hone.cli.terminal.Terminal;
import io.hone.cli.time.Polling;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits until a service says that it is ready, and shows what is being waited for. */
final class Readiness {

    private final Terminal terminal;
    private final Duration within;
    private final Http http = new Http(Duration.ofSeconds(5));

    Readiness(Terminal terminal, Duration within) {
        this.terminal = terminal;
        this.within = within;
    }

    void await(ServiceProcess service) {
        long start = System.nanoTime();
        try (StatusLine line = terminal.statusLine()) {
            Polling.within(within)
                    .until(
                            () -> {
                                line.show("… waiting for the %s (%d s)".formatted(service.name(), seconds(start)));
                                return look(service);
                            },
                            () -> service.failure(
                                    "the %s is not ready after %d s".formatted(service.name(), within.toSeconds())));
        }
        terminal.done("%-14s %s".formatted(service.name(), service.address()));
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }

    private Optional<URI> look(ServiceProcess service) {
        if (!service.isRunning()) {
            throw service.unexpectedEnd();
        }
        return isReady(service.address()) ? Optional.of(service.address()) : Optional.empty();
    }

    private boolean isReady(URI address) {
        try {
            return http.get(address.resolve("/q/health/ready")).isOk();
        } catch (ServiceAwayException e) {
            return false;
        }
    }

    /** For what does its own waiting. */
    <T> T telling(String what, Supplier<T> start) {
        try (StatusLine line = terminal.statusLine()) {
            line.show("… waiting for " + what);
            return start.get();
        }
    }
}
