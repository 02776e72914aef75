package io.hone.cli.place;

import java.net.URI;

/** Where the three services answer. */
public record Addresses(URI ingest, URI trainer, URI evaluator) {

    public static Addresses onThisMachine(int ingest, int trainer, int evaluator) {
        return new Addresses(local(ingest), local(trainer), local(evaluator));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI of(Service service) {
        return switch (service) {
            case INGEST -> ingest;
            case TRAINER -> trainer;
            case EVALUATOR -> evaluator;
        };
    }
}
