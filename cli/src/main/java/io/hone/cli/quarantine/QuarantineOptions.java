package io.hone.cli.quarantine;

import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Quarantine;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which model's quarantine, and where. */
final class QuarantineOptions {

    static final String NEXT = "See with ./hone quarantine list MODEL what lies there.";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
    private String model;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    String model() {
        return model;
    }

    Quarantine quarantine(Installation installation) {
        return new Quarantine(
                services.http(installation, ANSWER_WITHIN),
                services.addresses(installation).ingest(),
                model);
    }
}
