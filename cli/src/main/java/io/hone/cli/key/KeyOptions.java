package io.hone.cli.key;

import io.hone.cli.place.Installation;
import io.hone.cli.place.ServiceOptions;
import io.hone.cli.service.Keys;
import java.time.Duration;
import picocli.CommandLine.Mixin;

/** Where keys are kept. */
final class KeyOptions {

    static final String NEXT = "Are you an operator of all models? Put such a key into HONE_KEY.";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    Keys keys(Installation installation) {
        return new Keys(
                services.http(installation, ANSWER_WITHIN),
                services.addresses(installation).evaluator());
    }
}
